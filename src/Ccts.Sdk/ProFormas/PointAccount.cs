using System.Collections.Generic;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>An open point, with the results of a filing under its other readings.</summary>
/// <remarks>Two are equal only when they hold the very same lists.</remarks>
/// <param name="Point">The point.</param>
/// <param name="Others">Its other readings.</param>
public sealed record PointAccount(ProFormaPoint Point, IReadOnlyList<PointReading> Others);

/// <summary>A filing under another reading of one point.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Tonnes">How many tonnes more it counts in the current year; below zero for less.</param>
/// <param name="BaselineTonnes">How many tonnes more it counts in the baseline.</param>
/// <param name="Intensity">The intensity of the current year, or null without production.</param>
/// <param name="BaselineIntensity">The intensity of the baseline, or null without production.</param>
/// <param name="Certificates">The certificates.</param>
/// <param name="Differs">Whether any figure of the form differs. A reading may change energy figures only.</param>
public sealed record PointReading(ProFormaReading Reading, Co2e Tonnes, Co2e BaselineTonnes, EmissionIntensity? Intensity, EmissionIntensity? BaselineIntensity, CertificateResult Certificates, bool Differs);
