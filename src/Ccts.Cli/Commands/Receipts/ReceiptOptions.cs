using System;
using System.CommandLine;
using System.IO;
using System.Text;
using Ccts.Cli.Commands.Rulesets;
using Ccts.Cli.Output;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;
using Ccts.Sdk.Trust.Signatures;

namespace Ccts.Cli.Commands.Receipts;

/// <summary>The options that store a proof of a command's result, signed if the host has a key.</summary>
internal sealed class ReceiptOptions
{
    private readonly OutputFile _file = new("--receipt", "Also write a receipt that can be replayed to this file.");
    private readonly Option<string?> _key = new("--receipt-key") { Description = "PEM file of the host's private key (P-256); signs the receipt." };
    private readonly Option<string?> _password = new("--receipt-key-password-file") { Description = KeyPassword.Description };
    private readonly Option<string?> _keyId = new("--receipt-key-id") { Description = "The id by which trust files know that key." };

    internal ReceiptOptions(Command command)
    {
        command.Options.Add(_file);
        command.Options.Add(_key);
        command.Options.Add(_password);
        command.Options.Add(_keyId);
    }

    internal bool IsWanted(ParseResult parsed) => parsed.GetValue(_file) is not null;

    /// <summary>Writes it only to a new file: an existing certificate is never overwritten.</summary>
    /// <exception cref="CctsDataException">There is a file already, the options contradict each other, or the key cannot be read.</exception>
    internal void WriteNew(ParseResult parsed, Func<Receipt> make)
    {
        if (parsed.GetValue(_file) is { } path)
        {
            NewFile.Check(path);
        }

        Write(parsed, make);
    }

    /// <exception cref="CctsDataException">The options contradict each other, or the key cannot be read.</exception>
    internal void Write(ParseResult parsed, Func<Receipt> make)
    {
        var (key, keyId) = (parsed.GetValue(_key), parsed.GetValue(_keyId));
        if ((key is null) != (keyId is null) || (key is not null && !IsWanted(parsed)) || (key is null && parsed.GetValue(_password) is not null))
        {
            throw new CctsDataException([new Problem("bad-option", Severity.Error, "The options for a signed receipt are not complete.", default) { Expected = "--receipt, --receipt-key and --receipt-key-id together, with or without --receipt-key-password-file" }]);
        }

        if (parsed.GetValue(_file) is { } path)
        {
            Write(path, key is null ? make() : Signed(make(), key, parsed.GetValue(_password), keyId!));
        }
    }

    // Warns about a large receipt now: years later, when it is refused, would be too late.
    private static void Write(string path, Receipt receipt)
    {
        OutputFile.Save(path, file => file.Write(Encoding.UTF8.GetBytes(receipt.Text)));
        if (new FileInfo(path).Length is var bytes and > Receipt.DefaultMaxBytes)
        {
            Terminal.Problems([new Problem("receipt-large", Severity.Warning, $"The receipt has {bytes} bytes, more than is read unless you allow it.", new SourcePlace(path, 0, 0, "")) { Hint = ReceiptBound.HowToVerify(path, bytes) }]);
        }
    }

    private static Receipt Signed(Receipt receipt, string keyFile, string? passwordFile, string keyId)
    {
        using var key = SigningKeyFile.Read(keyFile, passwordFile);
        return receipt.Sign(new EcdsaSigningKey(SigningKeyFile.CheckId(keyId), key));
    }
}
