namespace Isonomia; internal static class Placeholder { }
