using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Xunit;

namespace Isonomia.Law.Tests.Architecture;

/// <summary>Policy about an assembly of the core, read from the assembly itself: it computes from its arguments alone, and what it hands out cannot be changed.</summary>
/// <param name="assembly">The assembly.</param>
/// <param name="references">Other assemblies that it may refer to, but for the platform's.</param>
/// <param name="statics">Static fields that hold something which could be changed, each with the reason why it is not.</param>
public abstract class AssemblyTests(Assembly assembly, string[] references, IReadOnlyDictionary<string, string> statics)
{
    /// <summary>Files, console, network, processes, clock, randomness, environment: a core that refers to none of them cannot use them.</summary>
    private static readonly string[] Outside =
    [
        "System.AppContext",
        "System.AppDomain",
        "System.Console",
        "System.Data.",
        "System.Diagnostics.Process",
        "System.Diagnostics.Stopwatch",
        "System.Diagnostics.Trace",
        "System.Environment",
        "System.Net.",
        "System.Random",
        "System.Security.Cryptography.RandomNumberGenerator",
        "System.Threading.PeriodicTimer",
        "System.Threading.Thread",
        "System.Threading.Timer",
        "System.TimeProvider",
        "System.TimeZoneInfo",
        "Microsoft.Win32.",
        "NodaTime.IClock",
        "NodaTime.SystemClock",
        "NodaTime.DateTimeZone",
    ];

    /// <summary>Of System.IO only what reads and writes text and bytes in memory.</summary>
    private static readonly string[] InMemory =
    [
        "System.IO.StringReader",
        "System.IO.StringWriter",
        "System.IO.TextReader",
        "System.IO.TextWriter",
        "System.IO.Stream",
        "System.IO.MemoryStream",
    ];

    private static readonly string[] OutsideMembers =
    [
        "System.DateTime.get_Now",
        "System.DateTime.get_Today",
        "System.DateTime.get_UtcNow",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.Diagnostics.Activity.Start",
        "System.Globalization.CultureInfo.get_CurrentCulture",
        "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.Guid.CreateVersion7",
        "System.Guid.NewGuid",
        "System.Threading.Tasks.Task.Delay",
    ];

    [Fact]
    public void It_has_no_way_to_files_console_network_clock_chance_or_environment()
    {
        // An iterator asks for the thread that made it, so the environment is looked at member by member.
        var types = AssemblyReader
            .TypesReferredTo(assembly)
            .Where(t => t != "System.Environment")
            .Where(t =>
                Array.Exists(Outside, o => o.EndsWith('.') ? t.StartsWith(o, StringComparison.Ordinal) : t == o)
                || t.StartsWith("System.IO.", StringComparison.Ordinal) && Array.IndexOf(InMemory, t) < 0
            );
        var members = AssemblyReader
            .MembersReferredTo(assembly)
            .Where(m =>
                Array.IndexOf(OutsideMembers, m) >= 0
                || m.StartsWith("System.Environment.", StringComparison.Ordinal) && m != "System.Environment.get_CurrentManagedThreadId"
            );
        None(types.Concat(members));
    }

    [Fact]
    public void It_calls_no_code_that_is_not_managed() =>
        None(
            Types()
                .SelectMany(t => t.GetMethods(Everything))
                .Where(m => m.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
                .Select(m => m.Name)
        );

    [Fact]
    public void It_refers_to_no_other_assembly_than_it_may() =>
        None(
            assembly
                .GetReferencedAssemblies()
                .Select(a => a.Name!)
                .Where(a => !a.StartsWith("System.", StringComparison.Ordinal) && a != "netstandard" && Array.IndexOf(references, a) < 0)
        );

    [Fact]
    public void It_keeps_nothing_between_calls()
    {
        var changeable = Types()
            .SelectMany(t => t.GetFields(Everything & ~BindingFlags.Instance))
            .Where(f => f is { IsStatic: true, IsLiteral: false })
            .Where(f => !f.IsInitOnly || !IsFrozen(f.FieldType, []) && !(f.IsPrivate && IsArrayOfFrozen(f.FieldType)))
            .Select(f => $"{f.DeclaringType!.FullName}.{f.Name}")
            .ToArray();
        None(changeable.Except(statics.Keys));
        // An exception that is no longer needed is taken off the list.
        None(statics.Keys.Except(changeable));
        Assert.All(statics.Values, Assert.NotEmpty);
    }

    [Fact]
    public void What_it_hands_out_cannot_be_changed()
    {
        var open = assembly
            .GetExportedTypes()
            .SelectMany(t =>
                t.GetProperties(Public)
                    .Where(p => p.SetMethod is { IsPublic: true } set && !IsInit(set))
                    .Select(p => $"{t.FullName}.{p.Name} can be set")
                    .Concat(
                        t.GetFields(Public)
                            .Where(f => !f.IsInitOnly && !f.IsLiteral && !t.IsEnum)
                            .Select(f => $"{t.FullName}.{f.Name} is a field")
                    )
                    .Concat(
                        t.GetProperties(Public)
                            .Where(p => IsChangeableCollection(p.PropertyType))
                            .Select(p => $"{t.FullName}.{p.Name} is a collection that can be changed")
                    )
            );
        None(open);
    }

    [Fact]
    public void Every_public_member_is_documented()
    {
        var file = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
        var documented = file.Descendants("member").Where(m => !m.IsEmpty).ToDictionary(m => (string)m.Attribute("name")!);
        var missing = new List<string>();
        foreach (var type in assembly.GetExportedTypes().Where(t => !typeof(MulticastDelegate).IsAssignableFrom(t)))
        {
            var name = type.FullName!.Replace('+', '.');
            if (!documented.TryGetValue($"T:{name}", out var text))
                missing.Add(name);
            // The members that a record takes from its parameters are documented with the record.
            var parameters = type.GetConstructors(Everything).SelectMany(c => c.GetParameters()).Select(p => p.Name).ToHashSet();
            foreach (var property in type.GetProperties(Public).Where(p => !IsGenerated(p)))
                if (
                    !documented.ContainsKey($"P:{name}.{property.Name}{Indices(property)}")
                    && !(text is not null && text.Elements("param").Any(e => (string?)e.Attribute("name") == property.Name))
                )
                    missing.Add($"{name}.{property.Name}");
            foreach (var field in type.GetFields(Public).Where(f => !f.IsSpecialName))
                if (!documented.ContainsKey($"F:{name}.{field.Name}"))
                    missing.Add($"{name}.{field.Name}");
            foreach (var method in type.GetMethods(Public).Where(m => !IsGenerated(m) && !IsAccessor(m)))
                if (
                    !documented.Keys.Any(k =>
                        k == $"M:{name}.{method.Name}"
                        || k.StartsWith($"M:{name}.{method.Name}(", StringComparison.Ordinal)
                        || k.StartsWith($"M:{name}.{method.Name}`", StringComparison.Ordinal)
                    )
                )
                    missing.Add($"{name}.{method.Name}");
        }
        None(missing);
    }

    private static void None(IEnumerable<string> found) => Assert.True(!found.Any(), string.Join('\n', found));

    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const BindingFlags Everything = Public | BindingFlags.NonPublic;

    /// <summary>Types that somebody wrote; the compiler's own classes for lambdas and iterators keep caches of delegates.</summary>
    private IEnumerable<Type> Types() => assembly.GetTypes().Where(t => !t.FullName!.Contains('<', StringComparison.Ordinal));

    private static bool IsGenerated(MemberInfo member) => member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Indices(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } indices
            ? $"({string.Join(',', indices.Select(i => i.ParameterType.FullName))})"
            : "";

    private static bool IsChangeableCollection(Type type) =>
        type.IsArray
        || type.IsGenericType
            && type.GetGenericTypeDefinition() is var generic
            && (
                generic == typeof(List<>)
                || generic == typeof(Dictionary<,>)
                || generic == typeof(HashSet<>)
                || generic == typeof(IList<>)
                || generic == typeof(ICollection<>)
            );

    private static bool IsArrayOfFrozen(Type type) => type.IsArray && IsFrozen(type.GetElementType()!, []);

    /// <summary>A value that nobody can change: a number, a text, a frozen or immutable collection, or a type of ours whose fields are all such and written once.</summary>
    private static bool IsFrozen(Type type, HashSet<Type> seen)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Type) || !seen.Add(type))
            return true;
        if (type.IsGenericType && type.GetGenericArguments() is var arguments)
        {
            var name = type.GetGenericTypeDefinition().FullName!;
            if (
                name.StartsWith("System.Collections.Immutable.", StringComparison.Ordinal)
                || name.StartsWith("System.Collections.Frozen.", StringComparison.Ordinal)
                || name.StartsWith("System.Nullable", StringComparison.Ordinal)
                || name.StartsWith("System.ValueTuple", StringComparison.Ordinal)
            )
                return Array.TrueForAll(arguments, a => a.IsByRefLike || IsFrozen(a, seen));
            if (name.StartsWith("System.Func`", StringComparison.Ordinal))
                return true;
        }
        if (type.Assembly == typeof(NodaTime.LocalDate).Assembly)
            return type.IsValueType;
        if (type.Assembly.GetName().Name!.StartsWith("Isonomia", StringComparison.Ordinal))
            return type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .All(f =>
                    (f.IsInitOnly || f.Name.EndsWith(">P", StringComparison.Ordinal))
                    && (IsFrozen(f.FieldType, seen) || IsReadOnlyView(f.FieldType) || f.IsPrivate)
                );
        return false;
    }

    private static bool IsReadOnlyView(Type type) => type.IsInterface && type.Name.StartsWith("IReadOnly", StringComparison.Ordinal);
}
