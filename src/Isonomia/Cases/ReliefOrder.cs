namespace Isonomia.Cases;

/// <summary>A later order about a conviction: PC 1203.4, 1473.7(a)(1), 17(b), 1170.18, a pardon.</summary>
/// <param name="Order">The section under which it was made, or <c>pardon</c>, as given.</param>
/// <param name="Date">When it was made.</param>
public sealed record ReliefOrder(Known<string> Order, Known<DateOrRange> Date);
