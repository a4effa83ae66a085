using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Isonomia.Law.Tests.Architecture;

/// <summary>What an assembly refers to, read from its metadata: what is not referred to cannot be called.</summary>
internal static class AssemblyReader
{
    /// <summary>Full names of the types referred to.</summary>
    public static IReadOnlyList<string> TypesReferredTo(Assembly assembly) =>
        Read(
            assembly,
            reader => reader.TypeReferences.Select(h => Name(reader, reader.GetTypeReference(h))).Distinct().Order(StringComparer.Ordinal)
        );

    /// <summary>Members of other assemblies referred to, as <c>System.DateTime.get_Now</c>.</summary>
    public static IReadOnlyList<string> MembersReferredTo(Assembly assembly) =>
        Read(
            assembly,
            reader =>
                reader
                    .MemberReferences.Select(reader.GetMemberReference)
                    .Where(m => m.Parent.Kind == HandleKind.TypeReference)
                    .Select(m => $"{Name(reader, reader.GetTypeReference((TypeReferenceHandle)m.Parent))}.{reader.GetString(m.Name)}")
                    .Distinct()
                    .Order(StringComparer.Ordinal)
        );

    private static string Name(MetadataReader reader, TypeReference type)
    {
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return $"{Name(reader, reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope))}.{name}";
        var space = reader.GetString(type.Namespace);
        return space.Length > 0 ? $"{space}.{name}" : name;
    }

    private static string[] Read(Assembly assembly, Func<MetadataReader, IEnumerable<string>> of)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return [.. of(file.GetMetadataReader())];
    }
}
