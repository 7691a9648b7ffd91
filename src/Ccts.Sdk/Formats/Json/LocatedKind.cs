namespace Ccts.Sdk.Formats.Json;

internal enum LocatedKind
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}
