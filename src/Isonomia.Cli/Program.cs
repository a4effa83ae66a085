Console.WriteLine("isonomia");
