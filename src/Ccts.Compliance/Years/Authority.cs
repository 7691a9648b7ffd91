using System.Linq;

namespace Ccts.Compliance.Years;

/// <summary>The bodies that the texts name: whoever writes one of their names acts in its role and in no other.</summary>
internal static class Authority
{
    private static readonly (string Name, YearRole Role)[] Names =
    [
        ("BEE", YearRole.Bee), ("Bureau of Energy Efficiency", YearRole.Bee), ("बीईई", YearRole.Bee), ("ऊर्जा दक्षता ब्यूरो", YearRole.Bee),
        ("NSC-ICM", YearRole.NscIcm), ("National Steering Committee for Indian Carbon Market", YearRole.NscIcm),
        ("Grid Controller of India", YearRole.Registry), ("Grid-India", YearRole.Registry),
        ("CPCB", YearRole.Cpcb), ("Central Pollution Control Board", YearRole.Cpcb),
    ];

    /// <summary>The role of the body that an organisation's name is; null where it is none of them.</summary>
    internal static YearRole? RoleOf(string organisation) => Names.Where(a => OrganisationName.Same(a.Name, OrganisationName.Head(organisation))).Select(a => (YearRole?)a.Role).FirstOrDefault();
}
