using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Credits.Attributes;
using Ccts.Credits.Journals;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Credits.Orders;

/// <summary>The state of orders, built from the records.</summary>
internal sealed class OrderState : IBookState
{
    internal const string SubmitWord = "submit", RejectWord = "reject", TriggerWord = "trigger", FillWord = "fill", SettleWord = "settle", CancelWord = "cancel";

    // With 10^12 tonnes at most, price times tonnes has no more digits than a decimal holds.
    private const decimal HighestPrice = 1_000_000_000m;
    private const int PriceDecimals = 6;

    private static readonly string[] Names = ["id", "kind", "userId", "organizationId"];
    private readonly Dictionary<string, OrderStanding> _orders = new(StringComparer.Ordinal);
    private readonly List<string> _inOrder = [];
    private readonly List<OrderFill> _fills = [];
    private readonly Dictionary<string, Instant> _triggers = new(StringComparer.Ordinal);

    internal IEnumerable<OrderStanding> Orders => _inOrder.Select(id => _orders[id]);

    internal IReadOnlyList<OrderFill> Fills => _fills;

    internal OrderStanding? Find(string id) => _orders.TryGetValue(id, out var standing) ? standing : null;

    // Market days follow India's civil time, as in the ledger.
    internal static LocalDate DayOf(Instant at) => at.WithOffset(LedgerPolicy.Bare.CivilTime).Date;

    public BookRefusal? Check(JournalRecord record)
    {
        if (record.What == SubmitWord)
        {
            var order = Read(record);
            return order.Fault() is { } fault ? new("order-fault", fault) : Find(order.Id) is not null ? new("order-known", $"There is an order \"{order.Id}\" already.") : null;
        }

        var id = record.Text("order");
        return Find(id) is not { } standing ? new("order-unknown", $"There is no order \"{id}\".")
            : record.What == SettleWord ? CheckSettled(standing, FillOf(record), record)
            : standing.Left == 0 && !IsOfBefore(standing, record) ? new("order-over", $"The order \"{id}\" is {standing.Status.ToString().ToLowerInvariant()}.")
            : record.At < standing.Order.CreatedAt ? new("before-order", $"What is reported of the order \"{id}\" is older than the order.")
            : record.What switch
            {
                RejectWord => standing.FilledQuantity > 0 ? new("order-over", "An order of which some is filled cannot be rejected; cancel the rest.") : null,
                CancelWord => null,
                TriggerWord => CheckTrigger(standing, Price(record), record.At),
                FillWord => CheckFill(standing, record),
                _ => new("unknown-record", $"There is no record \"{record.What}\"."),
            };
    }

    /// <summary>Why a new record cannot be accepted. Journals of earlier versions may hold records that fail these additional checks.</summary>
    internal BookRefusal? Admit(JournalRecord record) => Check(record) ?? record.What switch
    {
        SubmitWord when Array.Find(Names, m => NotStated.Shipped.IsSilent(record.Text(m))) is { } member => new("order-fault", $"\"{record.Text(member)}\" says nothing: an order names itself, the kind of unit, who entered it and for whom."),
        SubmitWord when !((UnitKind)record.Text("kind")).IsOfTonnes => new("order-fault", $"\"{record.Text("kind")}\" is no kind of tonnes of CO2e, and an order is of tonnes."),
        SubmitWord => _inOrder.Find(id => PlainName.Same(id, record.Text("id"))) is { } known ? new("order-known", $"There is an order \"{known}\" already, and \"{record.Text("id")}\" is the same in another spelling.") : null,
        CancelWord when _fills.Find(f => f.Order == record.Text("order") && f.At > record.At) is { } later => new("before-fill", $"The order was filled by trade \"{later.Trade}\" after the time at which it is to have been cancelled."),
        FillWord => OtherTrade(_orders[record.Text("order")].Order, record),
        _ => null,
    };

    // A trade has one buyer, one seller and one kind of unit, and the same tonnes for both sides.
    private BookRefusal? OtherTrade(TradeOrder order, JournalRecord record) => _fills.Where(f => PlainName.Same(f.Trade, record.Text("trade"))).Select(f => (Fill: f, _orders[f.Order].Order)).Select(f =>
        f.Order.Side == order.Side ? new BookRefusal("trade-known", $"Trade \"{f.Fill.Trade}\" has filled the order \"{f.Order.Id}\" already, and a trade has one buyer and one seller.")
        : PlainName.Same(f.Order.OrganizationId, order.OrganizationId) ? new("seller-is-buyer", $"Trade \"{f.Fill.Trade}\" has filled the order \"{f.Order.Id}\" of {f.Order.OrganizationId}, and nobody sells to themselves.")
        : DayOf(f.Fill.At) != DayOf(record.At) ? new("trade-differs", FormattableString.Invariant($"Trade \"{f.Fill.Trade}\" was made on {DayOf(f.Fill.At):uuuu-MM-dd} for the order \"{f.Order.Id}\", and on {DayOf(record.At):uuuu-MM-dd} now."))
        : !Spelled.Same(f.Order.Kind.Name, order.Kind.Name) ? new("trade-differs", $"Trade \"{f.Fill.Trade}\" is of {f.Order.Kind} for the order \"{f.Order.Id}\", and of {order.Kind} now.")
        : f.Fill.Price != Price(record) ? new("trade-differs", $"Trade \"{f.Fill.Trade}\" was filled at {f.Fill.Price} for the order \"{f.Order.Id}\", and at {Price(record)} now.")
        : f.Fill.Tonnes != record.Whole("tonnes") ? new("trade-differs", $"Trade \"{f.Fill.Trade}\" filled {f.Fill.Tonnes} tonnes of the order \"{f.Order.Id}\", and fills {record.Whole("tonnes")} now.")
        : null).FirstOrDefault(no => no is not null);

    // The exchange may report a fill after the order was cancelled; the fill's own time decides.
    private static bool IsOfBefore(OrderStanding standing, JournalRecord record) => record.What == FillWord && standing.Status == OrderStatus.Cancelled && record.At < standing.UpdatedAt;

    public void Apply(JournalRecord record)
    {
        if (record.What == SubmitWord)
        {
            var order = Read(record);
            _orders.Add(order.Id, new OrderStanding(order, OrderStatus.Pending, 0, Inr.Of(0, InrUnit.Rupee), false, record.At, null, null));
            _inOrder.Add(order.Id);
            return;
        }

        var before = _orders[record.Text("order")];
        // A late report does not move the time of the last change back.
        var standing = before with { UpdatedAt = Instant.Max(before.UpdatedAt, record.At) };
        if (record.What == TriggerWord)
        {
            _triggers.Add(standing.Order.Id, record.At);
        }

        _orders[standing.Order.Id] = record.What switch
        {
            RejectWord => standing with { Status = OrderStatus.Rejected, Reason = record.Find("reason") },
            CancelWord => standing with { Status = OrderStatus.Cancelled, Reason = record.Find("reason") },
            TriggerWord => standing with { IsTriggered = true },
            SettleWord => before with { Unsettled = before.Unsettled.Where(f => f != FillOf(record)).ToList() },
            _ => Filled(standing, record),
        };
    }

    private OrderStanding Filled(OrderStanding standing, JournalRecord record)
    {
        var fill = new OrderFill(record.Text("trade"), standing.Order.Id, record.Whole("tonnes"), Price(record), record.At);
        _fills.Add(fill);
        var filled = standing.FilledQuantity + fill.Tonnes;
        return standing with
        {
            Unsettled = [.. standing.Unsettled, fill], FilledQuantity = filled, TotalCost = standing.TotalCost + (fill.Price * fill.Tonnes),
            Status = filled == standing.Order.Quantity ? OrderStatus.Filled : standing.Status == OrderStatus.Cancelled ? OrderStatus.Cancelled : OrderStatus.Partial, ExecutedAt = filled == standing.Order.Quantity ? record.At : null,
        };
    }

    private OrderFill? FillOf(JournalRecord record) => _fills.Find(f => f.Order == record.Text("order") && f.Trade == record.Text("trade"));

    private static BookRefusal? CheckSettled(OrderStanding standing, OrderFill? fill, JournalRecord record) =>
        fill is null ? new("trade-unknown", $"No trade \"{record.Text("trade")}\" has filled the order \"{record.Text("order")}\".")
        : !standing.Unsettled.Contains(fill) ? new("trade-settled", $"Trade \"{fill.Trade}\" is settled already.")
        : record.At < fill.At ? new("before-fill", $"Trade \"{fill.Trade}\" is to have been settled before it was made.") : null;

    private static BookRefusal? CheckTrigger(OrderStanding standing, Inr price, Instant at) =>
        standing.Order.StopPrice is not { } stop ? new("not-a-stop-order", "The order waits for no price.")
        : standing.IsTriggered ? new("triggered-already", "The order was triggered already.")
        : standing.Order.GoodTillDate < DayOf(at) ? new("order-over", $"The order was good till {standing.Order.GoodTillDate:uuuu-MM-dd}.")
        : (standing.Order.Side == OrderSide.Buy ? price < stop : price > stop) ? new("stop-not-reached", $"The market is at {price}, the stop price is {stop}.") : null;

    private BookRefusal? CheckFill(OrderStanding standing, JournalRecord record)
    {
        var (order, tonnes, price) = (standing.Order, record.Whole("tonnes"), Price(record));
        var left = order.Quantity - standing.FilledQuantity;
        return tonnes <= 0 || tonnes > left ? new("fill-quantity", $"{tonnes} tonnes are filled, {left} are left.")
            : price.Rupees is <= 0 or > HighestPrice || decimal.Round(price.Rupees, PriceDecimals) != price.Rupees ? new("fill-price", $"A price is above zero, at most {HighestPrice} rupees, with at most {PriceDecimals} decimals: then every sum is exact.")
            : order.Type == OrderType.Stop && !(_triggers.TryGetValue(order.Id, out var triggered) && triggered <= record.At) ? new("stop-not-reached", "The market has not reached the stop price.")
            : order.LimitPrice is { } limit && (order.Side == OrderSide.Buy ? price > limit : price < limit) ? new("beyond-limit", $"Filled at {price}, the limit is {limit}.")
            : order.TimeInForce == TimeInForce.FillOrKill && tonnes != order.Quantity ? new("fill-or-kill", $"All {order.Quantity} tonnes at once, or none.")
            : order.TimeInForce == TimeInForce.ImmediateOrCancel && _fills.Exists(f => f.Order == order.Id && f.At != record.At) ? new("immediate-or-cancel", "What was not filled at once is cancelled.")
            // The exchange decides what "at once" means; another day is never at once.
            : order.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill && DayOf(order.CreatedAt) < DayOf(record.At) ? new("order-over", "The order was to be filled at once, and its day is over.")
            : order.GoodTillDate < DayOf(record.At) ? new("order-over", $"The order was good till {order.GoodTillDate:uuuu-MM-dd}.")
            : _fills.Exists(f => f.Trade == record.Text("trade") && f.Order == order.Id) ? new("trade-known", $"Trade \"{record.Text("trade")}\" has filled the order already.")
            // A trade has one price, whichever side reports it.
            : _fills.Find(f => f.Trade == record.Text("trade") && f.Price != price) is { } other ? new("trade-differs", $"Trade \"{other.Trade}\" was filled at {other.Price} for the order \"{other.Order}\", and at {price} now.")
            : null;
    }

    private static Inr Price(JournalRecord record) => Inr.Of(record.FindNumber("price") ?? throw new FormatException("The price is missing."), InrUnit.Rupee);

    internal static JournalRecord Write(TradeOrder order, string key) => new JournalRecord(SubmitWord, key, order.CreatedAt)
        .With("id", order.Id).With("type", order.Type.ToString()).With("side", order.Side.ToString()).With("quantity", (long?)order.Quantity).With("kind", order.Kind)
        .With("creditType", CreditWords.Word(order.Credits.CreditType)).With("removalMethod", CreditWords.Word(order.Credits.RemovalMethod)).With("minQualityScore", order.Credits.MinQualityScore)
        .With("minPermanenceYears", (long?)order.Credits.MinPermanenceYears).With("vintages", order.Credits.Vintages.Select(v => v.ToString(CultureInfo.InvariantCulture)))
        .With("standards", order.Credits.Standards.Select(s => s.Name)).With("projectTypes", order.Credits.ProjectTypes).With("methodologies", order.Credits.Methodologies).With("countries", order.Credits.Countries)
        .With("limitPrice", order.LimitPrice?.Rupees).With("stopPrice", order.StopPrice?.Rupees).With("timeInForce", order.TimeInForce.ToString()).With("goodTillDate", order.GoodTillDate)
        .With("userId", order.UserId).With("organizationId", order.OrganizationId).With("settlement", order.Settlement.ToString());

    internal static TradeOrder Read(JournalRecord record) => new()
    {
        Id = record.Text("id"), Type = Word<OrderType>(record, "type"), Side = Word<OrderSide>(record, "side"), Quantity = record.Whole("quantity"), Kind = record.Text("kind"),
        Credits = new CreditFilter
        {
            CreditType = CreditWords.TypeOf(record.Find("creditType")), RemovalMethod = CreditWords.MethodOf(record.Find("removalMethod")), MinQualityScore = record.FindNumber("minQualityScore"),
            MinPermanenceYears = record.Find("minPermanenceYears") is null ? null : (int)record.Whole("minPermanenceYears"),
            Vintages = record.Texts("vintages").Select(v => int.Parse(v, CultureInfo.InvariantCulture)).ToList(), Standards = record.Texts("standards").Select(CreditStandard.Of).ToList(),
            ProjectTypes = record.Texts("projectTypes"), Methodologies = record.Texts("methodologies"), Countries = record.Texts("countries"),
        },
        LimitPrice = Rupees(record, "limitPrice"), StopPrice = Rupees(record, "stopPrice"), TimeInForce = Word<TimeInForce>(record, "timeInForce"), GoodTillDate = record.FindDay("goodTillDate"),
        UserId = record.Text("userId"), OrganizationId = record.Text("organizationId"), Settlement = Word<SettlementTerm>(record, "settlement"), CreatedAt = record.At,
    };

    private static Inr? Rupees(JournalRecord record, string name) => record.FindNumber(name) is { } rupees ? Inr.Of(rupees, InrUnit.Rupee) : null;

    private static T Word<T>(JournalRecord record, string name)
        where T : struct => Enum.TryParse<T>(record.Text(name), out var value) && value.ToString() == record.Text(name) && Enum.IsDefined(typeof(T), value) ? value : throw new FormatException($"\"{record.Text(name)}\" is no {name}.");
}
