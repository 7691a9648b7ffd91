using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ingestion.Cloud;

/// <summary>The columns of a provider's usage export, by their public names, and which rows are usage. Owner columns, where an export has them, separate usage by account or resource.</summary>
internal sealed record CloudExport(string Time, string? Pattern, string Service, string Usage, string Region, string Quantity, string? Unit, string Kind, IReadOnlyCollection<string> UsageKinds, IReadOnlyList<string> Owners, string? Id)
{
    private static readonly string[] s_awsUsage = ["Usage", "DiscountedUsage", "SavingsPlanCoveredUsage"];

    /// <summary>The supported exports, by their names in an energy file.</summary>
    internal static readonly IReadOnlyDictionary<string, int> Names = new Dictionary<string, int>(System.StringComparer.Ordinal) { ["aws-cur"] = 0, ["aws-cur-2"] = 1, ["azure-cost-details"] = 2, ["aws-focus"] = 3, ["azure-focus"] = 4 };

    private static readonly CloudExport[] s_all =
    [
        new("lineItem/UsageStartDate", null, "lineItem/ProductCode", "lineItem/UsageType", "product/region", "lineItem/UsageAmount", null, "lineItem/LineItemType", s_awsUsage, ["lineItem/UsageAccountId", "lineItem/ResourceId", "lineItem/Operation"], "identity/LineItemId") { OtherNames = Other(("product/region", "product/regionCode")) },
        new("line_item_usage_start_date", null, "line_item_product_code", "line_item_usage_type", "product_region_code", "line_item_usage_amount", null, "line_item_line_item_type", s_awsUsage, ["line_item_usage_account_id", "line_item_resource_id", "line_item_operation"], "identity_line_item_id") { OtherNames = Other(("product_region_code", "product_region")) },
        new("Date", "MM/dd/uuuu", "MeterCategory", "MeterName", "ResourceLocation", "Quantity", "UnitOfMeasure", "ChargeType", ["Usage"], ["SubscriptionId", "SubscriptionGuid", "ResourceId", "MeterId"], null) { OtherNames = Other(("Date", "UsageDate"), ("MeterCategory", "Meter Category"), ("MeterName", "Meter Name"), ("ResourceLocation", "Resource Location"), ("Quantity", "Consumed Quantity"), ("UnitOfMeasure", "Unit of Measure"), ("ChargeType", "Charge Type")) },
        Focus("x_UsageType", "x_Operation"),
        Focus("x_SkuMeterName", "x_SkuMeterId"),
    ];

    /// <summary>Names that a column has in older exports, or in those that a database made.</summary>
    internal IReadOnlyDictionary<string, string> OtherNames { get; private init; } = Other();

    private static Dictionary<string, string> Other(params (string Name, string Other)[] names) => names.ToDictionary(n => n.Name, n => n.Other, System.StringComparer.Ordinal);

    /// <summary>The columns that FOCUS, the open specification of cloud bills, gives every provider, and those in which a provider says what was used.</summary>
    private static CloudExport Focus(string usage, string owner) => new("ChargePeriodStart", null, "ServiceName", usage, "RegionId", "ConsumedQuantity", "ConsumedUnit", "ChargeCategory", ["Usage"], ["SubAccountId", "ResourceId", owner], null) { IsFocus = true };

    /// <summary>Whether rows of usage may be none: what was paid for and not used, and corrections of a price, as these columns say.</summary>
    internal bool IsFocus { get; private init; }

    internal const string Commitment = "CommitmentDiscountStatus";
    internal const string Class = "ChargeClass";

    internal static CloudExport Of(int name) => s_all[name];

    internal IReadOnlyList<string> Columns => Unit is null ? [Time, Service, Usage, Region, Quantity, Kind] : [Time, Service, Usage, Region, Quantity, Kind, Unit];
}
