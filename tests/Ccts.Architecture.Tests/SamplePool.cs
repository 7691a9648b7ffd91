using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Serials;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.ProFormas;
using NodaTime;

namespace Ccts.Architecture.Tests;

/// <summary>One good object of as many types as can be reached from an assessed plant, the shipped rulesets and the serial grammars.</summary>
internal sealed class SamplePool
{
    private readonly Dictionary<Type, object> _samples = new()
    {
        [typeof(string)] = "x",
        [typeof(byte[])] = new byte[] { 1 },
        [typeof(TextWriter)] = TextWriter.Null,
        [typeof(Stream)] = Stream.Null,
    };

    internal SamplePool()
    {
        var report = MonitoringReportReader.Read(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "samples", "data", "kotputli-2025-26.json")), "kotputli");
        var ruleset = RulesetCatalog.Default.Resolve(report.Year, new LocalDate(2026, 11, 22));
        Walk(report, 0);
        Walk(ruleset, 0);
        Walk(Assessor.Assess(report, ruleset.Assessment), 0);
        var form = RulesetCatalog.Default.Rulesets.Select(r => r.ProFormas.Find("cement")).First(f => f is not null)!;
        var filing = ProFormaFilingReader.Read(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "samples", "data", "maihar-form-sb-2025-26.json")), "maihar", form);
        Walk(form, 0);
        Walk(filing, 0);
        Walk(ProFormaAssessor.Assess(filing, form, ruleset.Assessment), 0);
        Walk(RulesetCatalog.Default, 0);
        Walk(SerialGrammars.BuiltIn.Read("19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1"), 0);
        Walk(SerialGrammars.BuiltIn, 0);
        Walk(ExportFormats.BuiltIn, 0);
        Walk(new LedgerPolicy(), 0);
        while (Types.Any(Made))
        {
            // Each object made may be what the constructor of another asks for.
        }
    }

    private static IEnumerable<Type> Types => new[] { typeof(Assessor), typeof(RulesetCatalog), typeof(SerialGrammars) }
        .SelectMany(t => t.Assembly.GetExportedTypes())
        .Where(t => !t.IsAbstract && !t.ContainsGenericParameters && t.GetCustomAttribute<RequiredMemberAttribute>() is null);

    /// <summary>Makes an object of a type that the walk has not met, by its own constructor from what is there.</summary>
    private bool Made(Type type)
    {
        if (_samples.ContainsKey(type))
        {
            return false;
        }

        foreach (var constructor in type.GetConstructors().Where(c => c.GetParameters() is not [var only] || only.ParameterType != type))
        {
            object?[] arguments = [.. constructor.GetParameters().Select(p => Of(p.ParameterType))];
            if (arguments.Contains(null))
            {
                continue;
            }

            try
            {
                _samples.Add(type, constructor.Invoke(arguments));
                return true;
            }
            catch (TargetInvocationException)
            {
                // These values together are not good ones for the type; it stays without a sample.
            }
        }

        return false;
    }

    internal int Count => _samples.Count;

    internal object? Of(Type type)
    {
        if (_samples.TryGetValue(type, out var sample) || _samples.FirstOrDefault(s => type.IsAssignableFrom(s.Key)).Value is { } assignable && (sample = assignable) is not null)
        {
            return sample;
        }

        var element = type.IsGenericType && type.GetGenericTypeDefinition() is { } g && (g == typeof(IEnumerable<>) || g == typeof(IReadOnlyList<>) || g == typeof(IReadOnlyCollection<>)) ? type.GetGenericArguments()[0] : type.IsArray ? type.GetElementType() : null;
        if (element is not null && Of(element) is { } one)
        {
            var list = Array.CreateInstance(element, 1);
            list.SetValue(one, 0);
            return list;
        }

        return type.IsValueType && !type.IsByRefLike ? Activator.CreateInstance(type) : null;
    }

    private void Walk(object? value, int depth)
    {
        if (value is null || depth > 6 || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum)
        {
            return;
        }

        if (value is IEnumerable many)
        {
            foreach (var item in many.Cast<object?>().Take(40))
            {
                Walk(item, depth + 1);
            }
        }

        var type = value.GetType();
        if (type.Namespace is not { } room)
        {
            return;
        }

        if (!room.StartsWith("Ccts", StringComparison.Ordinal) && !room.StartsWith("NodaTime", StringComparison.Ordinal))
        {
            return;
        }

        if (!_samples.TryAdd(type, value) && depth > 3)
        {
            return;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRefLike))
        {
            Walk(Read(property, value), depth + 1);
        }
    }

    private static object? Read(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
