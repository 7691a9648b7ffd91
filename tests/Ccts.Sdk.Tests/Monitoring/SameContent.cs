using System;
using System.Collections;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Tests.Monitoring;

/// <summary>Compares two reports member by member, whatever their types; places do not count.</summary>
internal static class SameContent
{
    /// <summary>The path of the first difference, or null.</summary>
    internal static string? FirstDifference(object? left, object? right, string path = "report")
    {
        if (left is null || right is null)
        {
            return left is null && right is null ? null : path;
        }

        if (left is SourcePlace)
        {
            return null;
        }

        if (left.GetType() != right.GetType() && left is not IEnumerable)
        {
            return path;
        }

        if (left is string || left.GetType().Namespace is not "Ccts.Sdk.Monitoring" and not null && left is not IEnumerable)
        {
            return left.Equals(right) ? null : path;
        }

        if (left is IEnumerable one)
        {
            var (a, b) = (one.Cast<object>().ToList(), ((IEnumerable)right).Cast<object>().ToList());
            return a.Count == b.Count ? a.Select((item, i) => FirstDifference(item, b[i], $"{path}[{i}]")).FirstOrDefault(d => d is not null) : path + ".Count";
        }

        return left.GetType().IsEnum || left.GetType().IsValueType && left is IEquatable<ReportingPeriod>
            ? left.Equals(right) ? null : path
            : left.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && !p.GetMethod!.IsStatic)
                .Select(p => FirstDifference(p.GetValue(left), p.GetValue(right), path + "." + p.Name)).FirstOrDefault(d => d is not null);
    }
}
