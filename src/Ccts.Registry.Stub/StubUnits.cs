using System;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Stub;

/// <summary>Numbers of one scope in the registry.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Range">The numbers.</param>
/// <param name="Account">The account they are in, or were in when used up.</param>
/// <param name="State"><c>ACTIVE</c>, <c>RETIRED</c> or <c>CANCELLED</c>.</param>
/// <param name="Reference">The instruction that put them there; null for issue.</param>
public sealed record StubUnits(string Scope, BlockRange Range, string Account, string State, string? Reference);

/// <summary>One effect in the registry: the truth that a test compares with.</summary>
/// <param name="At">When.</param>
/// <param name="Key">The host's reference.</param>
/// <param name="Instruction"><c>TRANSFER</c>, <c>RETIRE</c> or <c>CANCEL</c>.</param>
/// <param name="Scope">The scope.</param>
/// <param name="Range">The numbers.</param>
public sealed record StubEffect(DateTimeOffset At, string Key, string Instruction, string Scope, BlockRange Range);

/// <summary>One instruction as it arrived.</summary>
internal sealed record StubInstruction(string Key, string Instruction, string Scope, BlockRange Range, string From, string? To);
