using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace Ccts.Architecture.Tests;

/// <summary>
/// Every public entry point, called with nulls and default structs: whatever it throws is a deliberate exception that names the
/// mistake, never one of those the runtime throws when code trips over a value it did not expect.
/// </summary>
public class MisuseTests
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // To find a good value of every type takes longer than all the calls to a library, so that all libraries are called with the same ones.
    private static readonly SamplePool ForNulls = new();
    private static readonly SamplePool ForBlanks = new();
    private static readonly SamplePool ForHoles = new();

    public static TheoryData<string> Libraries => [.. ProductLibraries.Names];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Nulls_and_defaults_never_trip_the_code(string library)
    {
        var trips = Callables(library, ForNulls).SelectMany(c => Arguments(c.Method, ForNulls).Select(a => Trip(c.Method, c.Target, a))).OfType<string>().Distinct().ToList();
        Assert.True(trips.Count == 0, string.Join(Environment.NewLine, trips));
    }

    /// <summary>Empty, blank and invisible text where text is asked for: refused by the name of the argument, or an answer, never a trip.</summary>
    [Theory]
    [MemberData(nameof(Libraries))]
    public void Blank_texts_never_trip_the_code(string library)
    {
        var trips = Callables(library, ForBlanks).SelectMany(c => Blanks(c.Method, ForBlanks).Select(a => Trip(c.Method, c.Target, a))).OfType<string>().Distinct().ToList();
        Assert.True(trips.Count == 0, string.Join(Environment.NewLine, trips));
    }

    /// <summary>A list that holds a null where things are asked for: refused by the name of the list, or an answer, never a trip.</summary>
    [Theory]
    [MemberData(nameof(Libraries))]
    public void Lists_with_a_hole_never_trip_the_code(string library)
    {
        var trips = Callables(library, ForHoles).SelectMany(c => Holes(c.Method, ForHoles).Select(a => Trip(c.Method, c.Target, a))).OfType<string>().Distinct().ToList();
        Assert.True(trips.Count == 0, string.Join(Environment.NewLine, trips));
    }

    /// <summary>A host that hands in the result of a try reads it without a question mark.</summary>
    [Theory]
    [MemberData(nameof(Libraries))]
    public void What_a_try_gives_is_there_when_it_succeeds(string library)
    {
        var nullability = new NullabilityInfoContext();
        var unsaid = from type in Assembly.Load(library).GetExportedTypes()
                     where !typeof(Delegate).IsAssignableFrom(type)
                     from method in type.GetMethods(Public)
                     where method.ReturnType == typeof(bool)
                     from parameter in method.GetParameters()
                     where parameter.IsOut && parameter.Name != "reason" && !parameter.ParameterType.GetElementType()!.IsValueType && nullability.Create(parameter).WriteState != NullabilityState.NotNull
                     where parameter.GetCustomAttribute<NotNullWhenAttribute>() is null && parameter.GetCustomAttribute<MaybeNullWhenAttribute>() is null
                     select $"{type.FullName}.{method.Name}({parameter.Name})";
        Assert.Empty(unsaid);
    }

    /// <summary>A null where none may be is refused and not answered: what comes out would look like an answer. A Try answers no to a text that is not there.</summary>
    private static string? Answered(MethodBase method, object?[] arguments, object? result)
    {
        if (result is IEnumerable lazy and not (ICollection or string))
        {
            lazy.GetEnumerator().MoveNext();
        }

        var silent = method is MethodInfo { Name: not ("Equals" or "CompareTo") } && !method.IsSpecialName && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null
            ? method.GetParameters().Where((p, i) => arguments[i] is null && !p.IsOut && !p.ParameterType.IsValueType && !p.HasDefaultValue && !(p.Name == "text" && method.Name.StartsWith("Try", StringComparison.Ordinal)) && new NullabilityInfoContext().Create(p).WriteState == NullabilityState.NotNull).ToList() : [];
        return silent.Count == 0 ? null : $"{method.DeclaringType!.FullName}.{method.Name} answers though {string.Join(", ", silent.Select(p => p.Name))} is null";
    }

    [Fact]
    public void Most_of_the_surface_is_reached()
    {
        Assert.InRange(ForNulls.Count, 170, int.MaxValue);
        Assert.InRange(Libraries.Sum(l => Callables(l, ForNulls).Sum(c => Arguments(c.Method, ForNulls).Count())), 3000, int.MaxValue);
    }

    private static IEnumerable<(MethodBase Method, object? Target)> Callables(string library, SamplePool pool)
    {
        foreach (var type in Assembly.Load(library).GetExportedTypes().Where(t => !t.IsInterface && !t.ContainsGenericParameters && !t.IsEnum && !t.IsByRefLike))
        {
            var constructors = type.IsAbstract ? [] : type.GetConstructors().Select(c => ((MethodBase)c, (object?)null));
            var methods = type.GetMethods(Public).Where(m => !m.ContainsGenericParameters && !m.Name.StartsWith("set_", StringComparison.Ordinal)).SelectMany(m => Targets(m, type, pool).Select(t => ((MethodBase)m, t)));
            foreach (var callable in constructors.Concat(methods).Where(c => !c.Item1.GetParameters().Any(p => p.ParameterType.IsByRefLike || p.ParameterType.IsPointer)))
            {
                yield return callable;
            }
        }
    }

    private static IEnumerable<object?> Targets(MethodInfo method, Type type, SamplePool pool)
    {
        if (method.IsStatic)
        {
            yield return null;
            yield break;
        }

        if (type.IsValueType)
        {
            yield return Activator.CreateInstance(type);
        }

        if (pool.Of(type) is { } sample)
        {
            yield return sample;
        }
    }

    /// <summary>All nulls and defaults; then each alone among good values.</summary>
    private static IEnumerable<object?[]> Arguments(MethodBase method, SamplePool pool)
    {
        var types = method.GetParameters().Select(p => p.ParameterType.IsByRef ? p.ParameterType.GetElementType()! : p.ParameterType).ToArray();
        yield return [.. types.Select(Default)];
        for (var i = 0; i < types.Length; i++)
        {
            yield return [.. types.Select((t, k) => k == i ? Default(t) : pool.Of(t))];
        }
    }

    /// <summary>Each text alone is blank among good values.</summary>
    private static IEnumerable<object?[]> Blanks(MethodBase method, SamplePool pool)
    {
        var types = method.GetParameters().Select(p => p.ParameterType.IsByRef ? p.ParameterType.GetElementType()! : p.ParameterType).ToArray();
        return from i in Enumerable.Range(0, types.Length)
               where types[i] == typeof(string)
               from blank in new[] { "", " ", "\u00A0", "\u200B" }
               select types.Select((t, k) => k == i ? blank : pool.Of(t)).ToArray();
    }

    /// <summary>Each list alone holds one null among good values.</summary>
    private static IEnumerable<object?[]> Holes(MethodBase method, SamplePool pool)
    {
        var types = method.GetParameters().Select(p => p.ParameterType.IsByRef ? p.ParameterType.GetElementType()! : p.ParameterType).ToArray();
        return from i in Enumerable.Range(0, types.Length)
               where Hole(types[i]) is not null
               select types.Select((t, k) => k == i ? Hole(t) : pool.Of(t)).ToArray();
    }

    private static Array? Hole(Type type)
    {
        var element = type.IsArray ? type.GetElementType() : typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var one] ? one : null;
        return element is { IsValueType: false } && Array.CreateInstance(element, 1) is var list && type.IsInstanceOfType(list) ? list : null;
    }

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static string? Trip(MethodBase method, object? target, object?[] arguments)
    {
        try
        {
            // What is handed out takes the place of the argument.
            var given = arguments.ToArray();
            var result = method is ConstructorInfo c ? c.Invoke(arguments) : method.Invoke(target, arguments);
            if ((result is Task task ? task : result?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>) ? (Task)type.GetMethod("AsTask")!.Invoke(result, null)! : null) is { } running)
            {
                _ = running.Wait(TimeSpan.FromSeconds(10)) ? 0 : throw new TimeoutException();
            }

            return Answered(method, given, result);
        }
        catch (Exception thrown)
        {
            var cause = thrown is TargetInvocationException or AggregateException && thrown.InnerException is { } inner ? inner : thrown;
            var tripped = cause is NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or InvalidCastException or OutOfMemoryException
                || (cause is ArgumentNullException { ParamName: { } name } && method.GetParameters().All(p => p.Name != name));
            return tripped ? $"{method.DeclaringType!.FullName}.{method.Name}({string.Join(", ", method.GetParameters().Select((p, i) => p.Name + "=" + (arguments[i] ?? "null").ToString()!.Split('\n')[0]))}): {cause.GetType().Name} {cause.Message.Split('\n')[0]} {cause.StackTrace?.Split('\n')[0].Trim()}" : null;
        }
    }
}
