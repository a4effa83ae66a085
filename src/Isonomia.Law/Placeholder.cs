namespace Isonomia.Law; internal static class Placeholder { }
