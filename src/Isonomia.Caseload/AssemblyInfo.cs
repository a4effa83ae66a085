using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Isonomia.Caseload.Tests")]
[assembly: InternalsVisibleTo("Isonomia.Bench")]
