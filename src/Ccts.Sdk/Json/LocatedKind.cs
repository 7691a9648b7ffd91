namespace Ccts.Sdk.Json;

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
