namespace Ccts.Sdk.Entities;

/// <summary>An entity with a target under the scheme, or one that wants to know what its target would be.</summary>
/// <param name="Registration">The registration number; null for an entity of a draft schedule printed without one.</param>
/// <param name="Name">The entity's name.</param>
/// <param name="Sector">The sector as the schedules print it, e.g. <c>Cement</c>.</param>
/// <param name="SubSector">The sub-sector, or null.</param>
/// <param name="State">Two-letter state code, or null.</param>
public sealed record ObligatedEntity(RegistrationNumber? Registration, string Name, string Sector, string? SubSector = null, string? State = null);
