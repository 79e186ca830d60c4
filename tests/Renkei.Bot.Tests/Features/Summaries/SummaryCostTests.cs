using System.Diagnostics;
using System.Globalization;
using Renkei.Bot.Checklists;
using Renkei.Bot.Features.Summaries;
using Renkei.Bot.Summaries;
using Renkei.Bot.Tests.Play;
using Renkei.Bot.Themes;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Summaries;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Renkei.Tables;
using Renkei.Testing;
using Xunit.Abstractions;

namespace Renkei.Bot.Tests.Features.Summaries;

/// <summary>What a summary costs and how large its card gets, at the size of a large prefecture.</summary>
public sealed class SummaryCostTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int ThemesOfACentre = 20;
    private static readonly DateTimeOffset Friday = TokyoTime.Instant(new(2026, 12, 4), new(10, 0));

    private readonly TestBot bot = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(50_000)]
    public async Task Read_TenCentresOfTwentyThemes_IsTwoRangesACentreWhateverTheHistory(int historyRows)
    {
        Organisation places = Places(10);
        await FillAsync(places, ThemesOfACentre);
        await AddHistoryAsync(historyRows);
        SummaryReader reader = Reader(places);
        var week = SummaryPeriod.Of(PeriodKind.Week, new(2026, 12, 4));
        List<double> times = [];
        SummaryFigures? figures = null;
        for (int i = 0; i < 5; i++)
        {
            bot.Table.Reset();
            var watch = Stopwatch.StartNew();
            figures = await reader.ReadAsync(TestBot.Tenant, places.Centres, week, Friday, withTrend: true, default);
            SummaryCards.Draw(View(places, figures)).AsMessage(Domain.Language.Japanese);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Assert.Equal("0 finds, 22 queries, 0 commits", bot.Table.Counts);
        Assert.Equal(200, figures!.Centres.Sum(c => c.Standing.Count()));
        Assert.Equal(100, figures.Moved);
        output.WriteLine($"{historyRows} history rows: {string.Join(", ", times.Select(t => $"{t:F1} ms"))}");
    }

    [Fact]
    public async Task Read_WeeksAroundTheFirstOfApril_IsThreeRangesACentre()
    {
        Organisation places = Places(10);

        foreach (DateOnly day in (DateOnly[])[new(2026, 4, 1), new(2026, 4, 8), new(2027, 3, 31)])
        {
            bot.Table.Reset();
            await Reader(places)
                .ReadAsync(
                    TestBot.Tenant,
                    places.Centres,
                    SummaryPeriod.Of(PeriodKind.Week, day),
                    TokyoTime.Instant(day, new(10, 0)),
                    withTrend: false,
                    default
                );
            Assert.Equal("0 finds, 32 queries, 0 commits", bot.Table.Counts);
        }
    }

    [Fact]
    public async Task Card_FifteenCentresWithAThemeOfEachField_IsBelowWhatTeamsTakes()
    {
        Organisation places = Places(15);
        await FillAsync(places, 7);
        SummaryFigures figures = await ReadAsync(places);
        byte[][] cards =
        [
            .. new[] { Domain.Language.Japanese, Domain.Language.English }.SelectMany(l =>
            {
                SummaryView view = View(places, figures) with { Language = l };
                return new[] { SummaryCards.Draw(view), ChartCards.Draw(view) }.Select(c =>
                    c.AsMessage(l).Attachments!.Single().Content.ToArray()
                );
            }),
        ];

        Assert.All(cards, c => Assert.InRange(c.Length, 1, 28 * 1024 - 1));
        output.WriteLine(string.Join(", ", cards.Select(c => $"{c.Length} bytes")));
        Assert.Equal(105, figures.Centres.Sum(c => c.Standing.Count()));
        IReadOnlyList<RenderedCard> drawn = await CardRenderer.RenderAsync(
            "Bot.LargeSummaries",
            cards.Select((c, n) => KeyValuePair.Create($"large-{n}", (ReadOnlyMemory<byte>)c)),
            images: Environment.GetEnvironmentVariable("RENKEI_CARD_IMAGES") == "1",
            CancellationToken.None
        );
        Assert.All(drawn, card => Assert.Empty(card.Warnings));
        Assert.All(drawn, card => Assert.Equal((card.Name, ""), (card.Name, string.Join('\n', card.Cut))));
    }

    [Fact]
    public async Task Card_MoreThanFifteenCentres_HasPages()
    {
        Organisation places = Places(32);
        await FillAsync(places, 3);
        SummaryFigures figures = await ReadAsync(places);

        for (int page = 0; page < 3; page++)
        {
            SummaryView view = View(places, figures) with { Page = page };
            var card = Shown.Of(SummaryCards.Draw(view).AsMessage(Domain.Language.Japanese));

            Assert.InRange(card.Json.Length, 1, 28 * 1024 - 1);
            Assert.Equal(page < 2, card.Buttons.Contains("続きの保健所"));
            Assert.Equal(page > 0, card.Buttons.Contains("前の保健所"));
            Assert.Contains(
                $"{page * 15 + 1}–{Math.Min(page * 15 + 15, 32)}か所目（全32か所）",
                card.Text,
                StringComparison.Ordinal
            );
        }
    }

    private Task<SummaryFigures> ReadAsync(Organisation places) =>
        Reader(places)
            .ReadAsync(
                TestBot.Tenant,
                places.Centres,
                SummaryPeriod.Of(PeriodKind.Week, new(2026, 12, 4)),
                Friday,
                withTrend: true,
                default
            );

    private SummaryReader Reader(Organisation places) =>
        new(bot.Themes, bot.Councils, bot.Requests, new(bot.Playbook, places, []));

    private SummaryView View(Organisation places, SummaryFigures figures) =>
        new(
            Domain.Language.Japanese,
            SummaryRights.All,
            figures,
            new SummaryScope.Prefecture("00"),
            new("ひかり県", "Hikari"),
            new(bot.Playbook, places, []),
            Friday
        )
        {
            OffersExport = true,
            OffersSubscription = true,
        };

    private static Organisation Places(int centres) =>
        new(
            [new("00", new("ひかり県", "Hikari"))],
            [
                .. Enumerable
                    .Range(1, centres)
                    .Select(n => new HealthCentre(
                        $"c{n}",
                        new($"第{n}圏域中央保健所", $"Health centre of area {n}"),
                        "00"
                    )),
            ],
            []
        );

    /// <summary>Themes with the longest names, answered in five weeks before; every second one in the present week too.</summary>
    private async Task FillAsync(Organisation places, int themes)
    {
        foreach (HealthCentre centre in places.Centres)
        {
            Person by = new(new(TestBot.Tenant, TestBot.IdOf(3)), "佐藤 美咲", Role.Nurse, centre.Code, null);
            for (int n = 0; n < themes; n++)
            {
                ThemeId id = ThemeId.Of(centre.Code, 2026, $"t{n}");
                string name = $"{n + 1} {string.Concat(Enumerable.Repeat("退院支援と在宅療養", 5))}"[
                    ..Theme.NameLength
                ];
                string field = ThemeField.All[n % 7].Code;
                await bot.Themes.AddAsync(
                    TestBot.Tenant,
                    new(id, name, field, ["002020"], [by.Ref], by.Ref, Friday.AddDays(-60)),
                    default
                );
                foreach (int weeks in (int[])[6, 5, 4, 3, 2, .. n % 2 == 0 ? [0] : Array.Empty<int>()])
                {
                    bot.Clock.Now = Friday.AddDays(-7 * weeks);
                    ItemId item = ItemId.National(7 - weeks);
                    NextStep step = new("説明に伺う", new(2026, 12, 1), null);
                    Answer answer = new(ItemStatus.InProgress, "", "", null, step);
                    string save = string.Create(CultureInfo.InvariantCulture, $"{n:x6}{weeks:x6}");
                    await bot.Checklist.SaveAsync(
                        new(by, id, [new(item, 0, answer)], new WalkPosition(id, 1, null), save),
                        default
                    );
                }
            }
        }
        bot.Clock.Now = Friday;
    }

    private async Task AddHistoryAsync(int rows)
    {
        ThemeId theme = ThemeId.Of("c1", 2026, "t0");
        ReadOnlyMemory<byte> body = ItemRow.Write(
            ItemState.Untouched.Become(Answer.None, new(TestBot.IdOf(3), "佐藤 美咲"), Friday),
            undo: false
        );
        foreach (int[] some in Enumerable.Range(1, rows).Chunk(100))
        {
            await bot.Table.CommitAsync(
                [
                    .. some.Select(n => new TableChange.Insert(
                        ChecklistKeys.History(TestBot.Tenant, theme, "35", n + 100),
                        body
                    )),
                ],
                default
            );
        }
    }
}
