using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using Ccts.Cli.Output;

namespace Ccts.Cli;

/// <summary>Explains what is wrong with a command line, and what was probably meant.</summary>
internal static class Usage
{
    /// <summary>Unknown options; the parser would take the first of them for a file.</summary>
    internal static IEnumerable<string> Misspelt(ParseResult parsed) => parsed.Tokens
        .TakeWhile(t => t.Type != TokenType.DoubleDash)
        .Where(t => t.Type == TokenType.Argument && t.Value.Length > 2 && t.Value.StartsWith("--", StringComparison.Ordinal) && !File.Exists(t.Value))
        .Select(t => t.Value);

    internal static void Explain(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count == 0 && command.Subcommands.Count > 0)
        {
            // No command was given: show the available ones.
            Console.Error.WriteLine($"Say what \"{NameOf(parsed)}\" is to do:");
            parsed.RootCommandResult.Command.Parse([.. parsed.Tokens.Select(t => t.Value), "--help"]).Invoke();
            return;
        }

        foreach (var message in Messages(parsed, command))
        {
            Console.Error.WriteLine(Printable.Of(message));
        }

        Console.Error.WriteLine($"\"{NameOf(parsed)} --help\" shows what is possible.");
    }

    private static IEnumerable<string> Messages(ParseResult parsed, Command command)
    {
        var unmatched = parsed.UnmatchedTokens;
        if (Misspelt(parsed).ToList() is { Count: > 0 } misspelt)
        {
            return misspelt.Select(token => Unmatched(parsed, command, token));
        }

        if (unmatched.Count > 0 && command.Subcommands.Count > 0)
        {
            // Words after an unknown command belong to it.
            return [With($"There is no command \"{NameOf(parsed)} {unmatched[0]}\".", Suggestion.Nearest(unmatched[0], command.Subcommands.Select(c => c.Name)))];
        }

        var others = parsed.Errors.Select(Said).Where(m => !unmatched.Any(u => m.Contains($"'{u}'", StringComparison.Ordinal)));
        return unmatched.Select(token => Unmatched(parsed, command, token)).Concat(others);
    }

    // The parser names the .NET type to which a value could not be converted.
    private static string Said(ParseError error) => error.SymbolResult is OptionResult { Tokens: [var token] } option && KindOf(option.Option.ValueType) is { } kind
        ? $"\"{option.Option.Name}\" takes {kind}, and here is \"{token.Value}\"." : error.Message;

    private static string? KindOf(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.Int32 or TypeCode.Int64 => "a whole number",
        TypeCode.Decimal => "a number",
        _ => null,
    };

    private static string Unmatched(ParseResult parsed, Command command, string token)
    {
        if (token.Length > 1 && token[0] == '-')
        {
            // An existing option was taken for the value of the one before it.
            if (parsed.Tokens.TakeWhile(t => t.Value != token).LastOrDefault()?.Value is ['-', ..] option && command.Options.Concat(parsed.RootCommandResult.Command.Options).Any(o => o.Name == token))
            {
                return $"\"{option}\" needs a value, and here is the option \"{token}\".";
            }

            var names = command.Options.Concat(parsed.RootCommandResult.Command.Options).Select(o => o.Name).Where(o => o != token).ToList();
            return With($"\"{NameOf(parsed)}\" has no option \"{token}\".", names.Find(n => n.StartsWith(token + "-", StringComparison.Ordinal)) ?? Suggestion.Nearest(token, names));
        }

        var before = parsed.Tokens.TakeWhile(t => t.Value != token).LastOrDefault()?.Value;
        var isUnit = before is { Length: > 0 } && before.All(c => char.IsDigit(c) || c is '.' or '-' or '+');
        return $"\"{NameOf(parsed)}\" takes no further argument, and here is \"{token}\"." + (isUnit ? $" A value with a blank needs double quotes: \"{before} {token}\"." : "");
    }

    private static string With(string message, string? near) => near is null ? message : $"{message} Did you mean \"{near}\"?";

    private static string NameOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as CommandResult)
        {
            names.Insert(0, result.Command is RootCommand ? "ccts" : result.Command.Name);
        }

        return string.Join(' ', names);
    }
}
