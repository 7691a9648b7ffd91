using System;
using System.Reflection;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Fused;

/// <summary>How the generated method reads the value of a row.</summary>
internal static class FusedRow
{
    internal static readonly MethodInfo Amount = new Func<ConstantValue, decimal>(AmountOf).Method;
    internal static readonly MethodInfo Code = new Func<ConstantValue, long>(CodeOf).Method;
    internal static readonly MethodInfo Text = new Func<ConstantValue, string>(TextOf).Method;

    private static decimal AmountOf(ConstantValue row) => row.Amount;

    private static long CodeOf(ConstantValue row) => row.Code;

    private static string TextOf(ConstantValue row) => row.Text;
}
