using System.Globalization;
using Renkei.Bot.Checklists;
using Renkei.Bot.Themes;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Play;

/// <summary>Themes that moved on certain days of 令和8年度, written through the stores with the clock of those days.</summary>
internal sealed class SummaryStage(TestBot bot)
{
    private int saves;

    /// <summary>Makes it 10:00 in Japan on a day of 2026 (2027 for January to March).</summary>
    public void GoTo(int month, int day) =>
        bot.Clock.Now = TokyoTime.Instant(new(month < 4 ? 2027 : 2026, month, day), new(10, 0));

    /// <summary>A theme begun on the day it is.</summary>
    public async Task<ThemeId> BeginAsync(
        string centre,
        string name,
        string title,
        string field = "discharge",
        params IReadOnlyList<string> towns
    )
    {
        ThemeId id = ThemeId.Of(centre, FiscalYear.Containing(bot.Clock.Now).Year, name);
        Person by = Somebody(centre);
        await bot.Themes.AddAsync(
            TestBot.Tenant,
            new(id, title, field, towns.Count == 0 ? ["002020"] : towns, [by.Ref], by.Ref, bot.Clock.Now),
            CancellationToken.None
        );
        return id;
    }

    /// <summary>Gives lines of 表1 a state, on the day it is.</summary>
    public Task AnswerAsync(ThemeId theme, ItemStatus status, params IReadOnlyList<int> items) =>
        AnswerAsync(theme, status, due: null, items);

    /// <summary>The same with a next step that is due.</summary>
    public async Task AnswerAsync(ThemeId theme, ItemStatus status, DateOnly? due, IReadOnlyList<int> items)
    {
        IReadOnlyDictionary<string, ItemState> now = await bot.Checklist.ItemsAsync(
            TestBot.Tenant,
            theme,
            CancellationToken.None
        );
        AnswerEdit[] edits =
        [
            .. items.Select(i =>
            {
                ItemId id = ItemId.National(i);
                Answer answer = new(
                    status,
                    status == ItemStatus.NotApplicable ? "対象の機関がない" : "",
                    "",
                    null,
                    due is null ? null : new("説明に伺う", due, null)
                );
                return new AnswerEdit(id, now.GetValueOrDefault(id.Key)?.Revision ?? 0, answer);
            }),
        ];
        string save = (++saves).ToString("x12", CultureInfo.InvariantCulture);
        SaveOutcome? outcome = await bot.Checklist.SaveAsync(
            new(Somebody(theme.CentreCode), theme, edits, new(theme, 1, null), save),
            CancellationToken.None
        );
        Assert.Empty(outcome!.Conflicts);
    }

    /// <summary>How a theme's summary stands.</summary>
    public async Task<ThemeSummary> NowAsync(ThemeId theme) =>
        (await bot.Themes.FindAsync(TestBot.Tenant, theme, CancellationToken.None))!;

    private static Person Somebody(string centre) =>
        new(new(TestBot.Tenant, TestBot.IdOf(3)), "佐藤 美咲", Role.Nurse, centre, null);
}
