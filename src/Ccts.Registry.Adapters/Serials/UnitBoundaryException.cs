using System;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>Units of one kind were requested as another: tonnes, renewable certificates and energy saving certificates do not mix.</summary>
public sealed class UnitBoundaryException : InvalidOperationException
{
    internal UnitBoundaryException(string code, string reason, UnitOfAccount unit)
        : base(reason)
    {
        Code = code;
        Unit = unit;
    }

    /// <summary>Stable kebab-case code: <c>not-tonnes</c>, <c>not-renewable</c>, <c>not-energy-saving</c>.</summary>
    public string Code { get; }

    /// <summary>What the units are.</summary>
    public UnitOfAccount Unit { get; }
}
