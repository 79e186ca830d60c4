using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Features;

/// <summary>東部's council on Friday 18 December 2026, 14:00, and the people around it; today is Friday 4 December, 08:00.</summary>
internal sealed class ReminderStage : IAsyncDisposable
{
    private ReminderStage(TestBot bot, Player kawakami, Player sato, Player tanaka, Player kobayashi) =>
        (Bot, Kawakami, Sato, Tanaka, Kobayashi) = (bot, kawakami, sato, tanaka, kobayashi);

    public TestBot Bot { get; }

    /// <summary>Coordinator of 東部.</summary>
    public Player Kawakami { get; }

    /// <summary>Nurse of 東部; has the task 図を作る.</summary>
    public Player Sato { get; }

    /// <summary>Nurse of 東部 without a task.</summary>
    public Player Tanaka { get; }

    /// <summary>Of あおば市; takes part.</summary>
    public Player Kobayashi { get; }

    public CouncilId Id { get; } = CouncilId.Of("tobu", "c1");

    /// <summary>Prepares it; the date was set on Monday 2 November.</summary>
    public static async Task<ReminderStage> SetAsync(
        Func<Council, ReminderStage, Council>? with = null,
        string locale = "ja-JP"
    )
    {
        TestBot bot = new();
        bot.Clock.Now = TokyoTime.Instant(new(2026, 12, 4), new(8, 0));
        ReminderStage stage = new(
            bot,
            await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu", locale: locale),
            await bot.SatoAsync(locale),
            await bot.TanakaAsync(locale),
            await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020", locale)
        );
        DateTimeOffset set = TokyoTime.Instant(new(2026, 11, 2), new(10, 0));
        Council council = new()
        {
            Id = stage.Id,
            TemplateCode = "area",
            Title = "東部圏域 協議の場",
            Purpose = "退院のときの連絡の決まりをつくる",
            WishedMonth = new(2026, 12, 1),
            Coordinators = [stage.Kawakami.Ref],
            When = new(new(2026, 12, 18), new(14, 0), 120),
            DateSetAt = set,
            Place = "東部保健所 2階会議室",
            Tasks =
            [
                // Due on Tuesday 8 December.
                new("data", "図を作る", 8, null, stage.Sato.Ref, set, stage.Sato.Ref),
            ],
            ChangedBy = stage.Kawakami.Ref,
            ChangedAt = set,
        };
        await bot.Councils.AddAsync(TestBot.Tenant, with?.Invoke(council, stage) ?? council, CancellationToken.None);
        return stage;
    }

    public async Task<Council> CouncilAsync() =>
        (await Bot.Councils.FindAsync(TestBot.Tenant, Id, CancellationToken.None))!;

    /// <summary>Changes the council as another feature would.</summary>
    public Task<Council?> ChangeAsync(Player by, Func<Council, Council> change) =>
        Bot.Councils.ChangeAsync(TestBot.Tenant, Id, by.Ref, CouncilStep.Date, change, CancellationToken.None);

    /// <summary>Where the reminders of a person stand: state and button, by key without the recipient.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LedgerAsync(Player of)
    {
        var owner = Renkei.Bot.Councils.CouncilNotices.OwnerOf(TestBot.Tenant, Id);
        return (await Bot.Ledger.ListAsync(owner, CancellationToken.None))
            .Where(e => e.Key.EndsWith(of.Ref.ObjectId, StringComparison.Ordinal))
            .ToDictionary(
                e => e.Key[..^(of.Ref.ObjectId.Length + 1)],
                e => e.AnsweredBy is { } button ? $"{e.State} {button}" : $"{e.State}"
            );
    }

    /// <summary>A participant who was invited when the date was set.</summary>
    public Participant Guest(string id, string organisation, string? objectId) =>
        new(
            id,
            "municipality",
            organisation,
            "",
            new(objectId, null, null),
            Kawakami.Ref,
            TokyoTime.Instant(new(2026, 11, 2), new(10, 0))
        );

    /// <summary>The key of somebody's reminder.</summary>
    public string KeyOf(string slot, Player of) => $"{slot}.{of.Ref.ObjectId}";

    /// <summary>Goes to a time of 2026 in Japan; what somebody got since then.</summary>
    public async Task<IReadOnlyList<Shown>> NewForAsync(Player player, int month, int day, int hour, int minute)
    {
        int before = player.Received.Count;
        await Bot.GoToAsync(2026, month, day, hour, minute);
        return [.. player.Received.Skip(before)];
    }

    /// <summary>Goes to a time of 2026 in Japan; the one card somebody got since then.</summary>
    public async Task<Shown> OneForAsync(Player player, int month, int day, int hour, int minute) =>
        Assert.Single(await NewForAsync(player, month, day, hour, minute));

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}

/// <summary>Card data, changed.</summary>
internal static class CardDataExtensions
{
    /// <summary>A copy with one value more.</summary>
    public static System.Text.Json.Nodes.JsonObject With(
        this System.Text.Json.Nodes.JsonObject data,
        string name,
        string value
    )
    {
        System.Text.Json.Nodes.JsonObject copy = data.DeepClone().AsObject();
        copy[name] = value;
        return copy;
    }
}
