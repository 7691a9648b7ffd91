using System.Reflection.Metadata;

namespace Ccts.Architecture.Tests.Storeys;

/// <summary>The name of a type that stands in no other type.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    internal static TypeName OfOutermost(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return new TypeName(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}
