using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Requests;

namespace Renkei.Bot.Requests;

/// <summary>The ways to the requests from the cards of other features.</summary>
internal static class RequestPage
{
    /// <summary>Shows a request; data <c>x</c>.</summary>
    public const string ShowVerb = "request/show";

    /// <summary>
    /// Lists requests; data <c>p</c> the prefecture, <c>c</c> a centre or nothing for all, <c>z</c> those that ended, <c>n</c> the page of open ones,
    /// <c>a</c> where the page of ended ones begins.
    /// </summary>
    public const string ListVerb = "request/list";

    /// <summary>The list's name.</summary>
    public static readonly LocalText List = new("相談の一覧", "Requests to head office");

    /// <summary>A button that lists the open requests of a prefecture, or of one of its centres.</summary>
    public static ExecuteAction ToList(
        Language language,
        LocalText title,
        string prefectureCode,
        string? centreCode,
        bool secondary = false
    )
    {
        ActionData data = ActionData.Of(("p", prefectureCode));
        return new(title.In(language), ListVerb, centreCode is null ? data : data.With("c", centreCode))
        {
            IgnoresInputs = true,
            IsSecondary = secondary,
        };
    }

    /// <summary>Where a request stands, in a word.</summary>
    public static LocalText NameOf(RequestStatus status) =>
        status switch
        {
            RequestStatus.Open => new("未対応", "Not taken yet"),
            RequestStatus.Taken => new("対応中", "In hand"),
            RequestStatus.AskedBack => new("保健所の返事待ち", "Waiting for the centre"),
            RequestStatus.Answered => new("回答済み", "Answered"),
            RequestStatus.Closed => new("終了", "Closed"),
            RequestStatus.Withdrawn => new("取り下げ", "Withdrawn"),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
        };
}
