using Renkei.Domain;
using Renkei.Domain.Summaries;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Summaries;

/// <summary>What is said about summaries that come by themselves.</summary>
internal static class SubscriptionTexts
{
    public static readonly LocalText Title = new("まとめの定期送信", "Weekly delivery");
    public static readonly LocalText Description = new(
        "チャネルに毎週、まとめをお送りします（例：「毎週月曜9時」）",
        "Sends the summary to a channel every week (e.g. “every Monday 9:00”)"
    );
    public static readonly LocalText None = new(
        "いま、ここへの定期送信はありません。曜日と時刻を選ぶと始まります。",
        "Nothing is sent here at present. Choose a day and a time to begin."
    );
    public static readonly LocalText NoneForReader = new(
        "いま、ここへの定期送信はありません。始められるのは県本庁と調整役の方です。",
        "Nothing is sent here at present. Head office and coordinators can begin it."
    );
    public static readonly LocalText OtherPrefecture = new(
        "ほかの都道府県のまとめは、その県の方が設定できます。今の設定は変えていません。",
        "Summaries of another prefecture are set up by the people there. Nothing was changed."
    );
    public static readonly LocalText OnlyTheseMay = new(
        "変えたり止めたりできるのは、県本庁と調整役の方です。",
        "Head office and coordinators can change or stop it."
    );
    public static readonly LocalText Stopped = new(
        "定期送信を止めました。次からはお送りしません。",
        "The weekly delivery is stopped. Nothing more is sent."
    );
    public static readonly LocalText NothingToStop = new("定期送信はもう止まっています。", "It is stopped already.");
    public static readonly LocalText InChannel = new(
        "定期送信は、届けたいチャネルかグループチャットで「@Renkei 毎週月曜9時」と送ってください。",
        "Please send “@Renkei every Monday 9:00” in the channel or group chat where you want it."
    );
    public static readonly LocalText Impossible = new(
        "お送りできるのは、月曜から金曜の6:00から20:00までです。",
        "It can be sent Monday to Friday, 6:00 to 20:00."
    );
    public static readonly LocalText ChangedMeanwhile = new(
        "ほかの方が先に変えました。今はこうなっています。",
        "Somebody else changed it first. This is how it stands."
    );
    public static readonly LocalText Day = new("曜日", "Day");
    public static readonly LocalText Time = new("時刻", "Time");
    public static readonly LocalText Save = new("この曜日と時刻で送る", "Send at this time");
    public static readonly LocalText Stop = new("止める", "Stop");
    public static readonly LocalText Again = new("もう一度始める", "Begin again");
    public static readonly LocalText Holidays = new(
        "祝日や休みに当たるときは、次の開庁日の同じ時刻です。",
        "On holidays it comes on the next business day at the same time."
    );

    public static readonly IReadOnlyList<(DayOfWeek Day, LocalText Name)> Days =
    [
        (DayOfWeek.Monday, new("月曜", "Monday")),
        (DayOfWeek.Tuesday, new("火曜", "Tuesday")),
        (DayOfWeek.Wednesday, new("水曜", "Wednesday")),
        (DayOfWeek.Thursday, new("木曜", "Thursday")),
        (DayOfWeek.Friday, new("金曜", "Friday")),
    ];

    public static LocalText Sends(WeeklyTime when, LocalText place) =>
        new(
            $"{when.Name.Ja} に、{place.Ja}の週次まとめをここへお送りします。",
            $"The weekly summary of {place.En} is sent here {when.Name.En}."
        );

    public static LocalText NextAt(DateTimeOffset at) =>
        new(
            $"次は {TokyoTime.Brief(at, Language.Japanese)} です。",
            $"The next one comes on {TokyoTime.Brief(at, Language.English)}."
        );

    public static LocalText SetUpBy(string name) => new($"設定：{name}さん", $"Set up by {name}");

    public static LocalText Late(DateTimeOffset planned) =>
        new(
            $"{TokyoTime.Brief(planned, Language.Japanese)} にお送りする予定でしたが、遅くなりました。",
            $"This was to come on {TokyoTime.Brief(planned, Language.English)} and is late."
        );

    public static LocalText Moved(DateOnly meant, LocalText? why)
    {
        LocalText reason = why ?? new("休み", "closed");
        return new(
            $"{TokyoTime.Brief(meant, Language.Japanese)}は{reason.Ja}のため、きょうお送りします。",
            $"Sent today because {TokyoTime.Brief(meant, Language.English)} was a day off ({reason.En})."
        );
    }
}
