using System.Runtime.InteropServices;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>A stretch with the claims it rests on.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ToldStretch(Stretch Stretch, Claim Claim, Claim? Other);
