using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Ccts.Architecture.Tests.Storeys;

/// <summary>
/// Which type of a compiled assembly uses which other type of it: in bases, fields, signatures, constraints, attributes, locals, catches
/// and instructions. Nested and generated types count as the type they are written in.
/// </summary>
internal sealed class TypeUses
{
    private readonly MetadataReader _metadata;
    private readonly PEReader _image;
    private readonly UsedTypes _used;
    private readonly Dictionary<TypeName, HashSet<TypeName>> _uses = [];

    private TypeUses(PEReader image)
    {
        _image = image;
        _metadata = image.GetMetadataReader();
        _used = new UsedTypes(_metadata);
    }

    /// <summary>Each type of the assembly with the types of the same assembly that it uses, itself left out.</summary>
    internal static IReadOnlyDictionary<TypeName, HashSet<TypeName>> Read(string assembly)
    {
        using var file = File.OpenRead(assembly);
        return Read(file);
    }

    internal static IReadOnlyDictionary<TypeName, HashSet<TypeName>> Read(Stream assembly)
    {
        using var image = new PEReader(assembly, PEStreamOptions.LeaveOpen);
        var uses = new TypeUses(image);
        foreach (var type in uses._metadata.TypeDefinitions)
        {
            uses.Read(type);
        }

        return uses._uses;
    }

    private void Read(TypeDefinitionHandle handle)
    {
        _used.Clear();
        var type = _metadata.GetTypeDefinition(handle);
        _used.Add(type.BaseType);
        _used.AddAll(type.GetInterfaceImplementations().Select(i => _metadata.GetInterfaceImplementation(i).Interface));
        ReadParameters(type.GetGenericParameters());
        ReadAttributes(type.GetCustomAttributes());
        foreach (var field in type.GetFields().Select(_metadata.GetFieldDefinition))
        {
            field.DecodeSignature(_used, null);
            ReadAttributes(field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(_metadata.GetPropertyDefinition))
        {
            property.DecodeSignature(_used, null);
            ReadAttributes(property.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(_metadata.GetMethodDefinition))
        {
            method.DecodeSignature(_used, null);
            ReadParameters(method.GetGenericParameters());
            ReadAttributes(method.GetCustomAttributes());
            ReadBody(method);
        }

        Keep(handle);
    }

    private void ReadParameters(GenericParameterHandleCollection parameters) => _used.AddAll(parameters
        .SelectMany(p => _metadata.GetGenericParameter(p).GetConstraints())
        .Select(c => _metadata.GetGenericParameterConstraint(c).Type));

    private void ReadAttributes(CustomAttributeHandleCollection attributes) =>
        _used.AddAll(attributes.Select(a => _metadata.GetCustomAttribute(a).Constructor));

    private void ReadBody(MethodDefinition method)
    {
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _image.GetMethodBody(method.RelativeVirtualAddress);
        _used.Add(body.LocalSignature);
        _used.AddAll(body.ExceptionRegions.Select(r => r.CatchType));
        _used.AddAll(Instructions.Tokens(body.GetILReader()).Select(MetadataTokens.EntityHandle));
    }

    private void Keep(TypeDefinitionHandle handle)
    {
        var type = TypeName.OfOutermost(_metadata, handle);
        if (!_uses.TryGetValue(type, out var uses))
        {
            _uses.Add(type, uses = []);
        }

        uses.UnionWith(_used.Types.Select(t => TypeName.OfOutermost(_metadata, t)));
        uses.Remove(type);
    }
}
