using System.Globalization;
using Renkei.Room.Clock;
using Renkei.Room.Conversations;

namespace Renkei.Room.Client;

/// <summary>Moves the clock for somebody who typed so, and says in the chat what happened.</summary>
internal sealed class ClockTalk(RoomLedger ledger, TrialClock clock)
{
    private const string DayNames = "日月火水木金土";

    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <summary>Does it. The line stands before whatever the bot sends because of it.</summary>
    public async Task RunAsync(Place place, ClockCommand command, CancellationToken ct)
    {
        bool isJapanese = ledger.LocaleOf(place.Person).StartsWith("ja", StringComparison.OrdinalIgnoreCase);
        if (command.Step is { } step)
        {
            await clock.MoveByAsync(step, () => Say(place, Moved(isJapanese)), ct);
        }
        else if (await clock.ToNextReminderAsync(() => Say(place, Moved(isJapanese)), ct) is null)
        {
            Say(
                place,
                isJapanese
                    ? "次の通知の予定がありません。会議の日程を決めると、通知が予定されます。"
                    : "No notice is planned. Once a council has a date, there will be some."
            );
        }
        if (!clock.BotFollows)
        {
            Say(
                place,
                isJapanese
                    ? "ボットの時計は動きませんでした。ボットが動いているか、練習用の設定かを確かめてください。"
                    : "The bot's clock did not follow. See whether the bot runs, and is set up for a trial."
            );
        }
    }

    private string Moved(bool isJapanese)
    {
        DateTimeOffset now = clock.Now.ToOffset(Japan);
        return isJapanese
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"時計を進めました：{now:yyyy}年{now.Month}月{now.Day}日({DayNames[(int)now.DayOfWeek]}) {now:HH:mm}"
            )
            : $"The clock moved on: {now.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} in Japan";
    }

    private void Say(Place place, string text) =>
        ledger.Post(
            (id, at) =>
                new()
                {
                    Id = id,
                    Conversation = place.Conversation.Key,
                    From = new("room", "room", "練習室 Practice room"),
                    At = at,
                    Text = text,
                    ReplyTo = place.ThreadRoot,
                }
        );
}
