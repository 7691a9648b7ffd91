using System;

namespace Ccts.Sdk.UnitsNet;

/// <summary>A quantity cannot pass between Ccts.Sdk and UnitsNet; the message says which, why, and what to do instead.</summary>
public sealed class UnitsNetConversionException : Exception
{
    /// <summary>Creates the exception with the reason of the refusal.</summary>
    public UnitsNetConversionException(string message)
        : base(message)
    {
    }
}
