using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Ccts.Architecture.Tests;

/// <summary>Writes the public surface of an assembly as text, in a stable order.</summary>
internal static class PublicApi
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly NullabilityInfoContext Nullability = new();

    internal static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.Namespace).Append('.').Append(Name(type)).Append(Bases(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(n => n + " = " + Convert.ToInt64(Enum.Parse(type, n), System.Globalization.CultureInfo.InvariantCulture));
        }

        var fields = type.GetFields(Own).Where(f => f.IsPublic || f.IsFamily).Select(f => (f.IsStatic ? "static " : "") + Name(f.FieldType) + " " + f.Name);
        var constructors = type.GetConstructors(Own).Where(Visible).Select(c => "new(" + Parameters(c) + ")");
        var properties = type.GetProperties(Own).Where(p => p.GetAccessors(true).Any(Visible)).Select(Property);
        var events = type.GetEvents(Own).Where(e => Visible(e.AddMethod!)).Select(e => "event " + Name(e.EventHandlerType!) + " " + e.Name);
        var methods = type.GetMethods(Own).Where(m => Visible(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) && !m.Name.Contains('<')).Select(Method);
        return fields.Concat(constructors).Concat(properties).Concat(events).Concat(methods);
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(Visible).Select(a => a.ReturnType == typeof(void) ? (IsInit(a) ? "init" : "set") : "get").Order(StringComparer.Ordinal);
        var index = property.GetIndexParameters();
        var isStatic = property.GetAccessors(true)[0].IsStatic ? "static " : "";
        return isStatic + Annotated(property.PropertyType, Nullability.Create(property)) + " " + property.Name
            + (index.Length > 0 ? "[" + string.Join(", ", index.Select(p => Name(p.ParameterType))) + "]" : "") + " { " + string.Join("; ", accessors) + " }";
    }

    private static string Method(MethodInfo method) =>
        (method.IsStatic ? "static " : "") + Annotated(method.ReturnType, Nullability.Create(method.ReturnParameter)) + " " + method.Name
        + (method.IsGenericMethod ? "<" + string.Join(", ", method.GetGenericArguments().Select(a => a.Name)) + ">" : "") + "(" + Parameters(method) + ")";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        (p.IsOut ? "out " : p.ParameterType.IsByRef ? "ref " : "") + Annotated(p.ParameterType.IsByRef ? p.ParameterType.GetElementType()! : p.ParameterType, Nullability.Create(p)) + " " + p.Name + (p.HasDefaultValue ? " = " + (p.RawDefaultValue ?? "null") : "")));

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit");

    private static string Annotated(Type type, NullabilityInfo info) => Name(type) + (!type.IsValueType && info.ReadState == NullabilityState.Nullable ? "?" : "");

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        var bases = type.GetInterfaces().Select(Name).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
        {
            bases.Insert(0, Name(parent));
        }

        return bases.Count == 0 || type.IsEnum ? "" : " : " + string.Join(", ", bases);
    }

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner) + "?";
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        var name = (type.IsNested && !type.IsGenericParameter ? Name(type.DeclaringType!) + "." : "") + type.Name.Split('`')[0];
        return type.IsGenericType ? name + "<" + string.Join(", ", type.GetGenericArguments().Select(Name)) + ">" : name;
    }
}
