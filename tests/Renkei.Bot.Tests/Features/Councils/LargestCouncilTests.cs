using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Councils;

/// <summary>The largest council there can be, with every text as long as it may be: its cards stay below what Teams takes.</summary>
public sealed class LargestCouncilTests(Xunit.Abstractions.ITestOutputHelper output) : IAsyncLifetime
{
    private const int Limit = 28 * 1024;

    private readonly TestBot bot = new();

    public Task InitializeAsync() => FillAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("council/list")]
    [InlineData("council/show")]
    [InlineData("council/step")]
    [InlineData("council/history")]
    [InlineData("council/cancel")]
    [InlineData("participants/list")]
    [InlineData("participants/choose")]
    [InlineData("invitation/ask")]
    [InlineData("invitation/people")]
    [InlineData("invitation/text")]
    [InlineData("tasks/list")]
    [InlineData("tasks/share")]
    [InlineData("papers/list")]
    [InlineData("sheets/list")]
    [InlineData("sheets/edit")]
    [InlineData("sheets/compare")]
    [InlineData("sheets/read")]
    [InlineData("sheet/open")]
    [InlineData("day/list")]
    [InlineData("day/attendance")]
    [InlineData("minutes/list")]
    [InlineData("minutes/edit")]
    [InlineData("minutes/share")]
    [InlineData("minutes/close")]
    [InlineData("agree/new")]
    [InlineData("agree/edit")]
    [InlineData("agree/list")]
    [InlineData("effects/show")]
    public async Task Card_OfEveryPage_IsBelowWhatTeamsTakes(string verb)
    {
        Player sato = await bot.SatoAsync();
        int largest = 0;
        for (int page = 0; page < 40; page++)
        {
            Shown shown = await sato.ActAsync(
                verb,
                verb is "sheets/read" or "sheet/open" ? SampleCouncil.Data(("p", $"p{page}"))
                    : verb is "council/list" ? new() { ["c"] = "tobu", ["p"] = page }
                    : SampleCouncil.Data(("p", page), ("i", "g0"), ("s", (page % 9) + 1))
            );
            Assert.Equal(200, shown.Status);
            largest = Math.Max(largest, shown.Json.Length);
        }
        output.WriteLine($"{verb}: {largest} bytes");
        Assert.True(largest < Limit, $"{verb}: {largest} bytes");
    }

    [Fact]
    public async Task Comparison_EveryAnswerOfEverybody_StandsOnExactlyOnePart()
    {
        Player sato = await bot.SatoAsync();
        Dictionary<string, int> seen = [];
        for (int part = 0; ; part++)
        {
            Shown shown = await sato.ActAsync("sheets/compare", SampleCouncil.Data(("p", part)));
            foreach (
                string mark in shown
                    .Text.Split('\n')
                    .Where(l => l.StartsWith("回答", StringComparison.Ordinal) && l.EndsWith('…'))
            )
            {
                string name = mark.Split('：')[0];
                seen[name] = seen.GetValueOrDefault(name) + 1;
            }
            if (!shown.Buttons.Contains("次へ"))
            {
                break;
            }
        }

        Assert.Equal(360, seen.Count);
        Assert.All(seen.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task Conflict_OnTheLongestSheet_IsBelowWhatTeamsTakes()
    {
        Player sato = await bot.SatoAsync();
        Shown old = await sato.ActAsync("sheet/open", SampleCouncil.Data(("p", "p0")));
        Player tanaka = await bot.TanakaAsync();
        await tanaka.PressAsync(old, "保存", ("in_a1", new('別', 600)), ("in_a2", new('別', 600)));

        Shown asked = await sato.PressAsync(
            old,
            "保存",
            [.. Enumerable.Range(1, 6).Select(n => ($"in_a{n}", new string('私', 600)))]
        );

        Assert.Contains("田中 浩さんが", asked.Text, StringComparison.Ordinal);
        Assert.True(asked.Json.Length < Limit, $"{asked.Json.Length} bytes");
    }

    private async Task FillAsync()
    {
        string Long(int length, string start = "") => start + new string('長', length - start.Length);
        PersonRef somebody = new(TestBot.IdOf(5), Long(20, "田中"));
        Player[] nurses =
        [
            .. await Task.WhenAll(
                Enumerable.Range(50, 12).Select(n => bot.EnterAsync($"勅使河原 小百合（{n}）", n, Role.Nurse, "tobu"))
            ),
        ];
        Domain.Themes.ThemeId theme = await bot.ThemeAsync(nurses[0]);
        SampleCouncil sample = new(bot);
        await sample.AddAsync(theme: theme);
        bot.Clock.Now = new(2026, 12, 18, 8, 0, 0, TimeSpan.Zero);
        await sample.ChangeAsync(c =>
            c with
            {
                Title = Long(Council.TitleLength),
                Purpose = Long(Council.PurposeLength),
                Place = Long(Council.PlaceLength),
                OnlineLink = $"https://example.jp/{new string('x', 480)}",
                Invitation = Long(Council.InvitationLength),
                Participants =
                [
                    .. Enumerable
                        .Range(0, Council.MostParticipants)
                        .Select(n => new Participant(
                            $"p{n}",
                            Sector.All[n % Sector.All.Count].Code,
                            Long(Participant.NameLength, $"{n}"),
                            Long(Participant.NameLength),
                            new(null, null, "0123-45-6789"),
                            somebody,
                            Attended: true
                        )),
                ],
                Papers =
                [
                    .. Enumerable
                        .Range(0, Council.MostPapers)
                        .Select(n => new Paper(
                            $"a{n}",
                            Long(Paper.TitleLength),
                            Long(Participant.NameLength),
                            $"https://example.jp/{new string('x', 480)}",
                            IsReady: false
                        )),
                ],
                Tasks =
                [
                    .. Enumerable
                        .Range(0, Council.MostTasks)
                        .Select(n => new PreparationTask(
                            $"own-task-number-{n}",
                            Long(PreparationTask.TextLength),
                            120,
                            Owner: somebody
                        )),
                ],
                Agenda = [.. Enumerable.Range(0, Council.MostAgendaPoints).Select(_ => new AgendaPoint(Long(60), 240))],
                Sheet = new(
                    [.. Enumerable.Range(1, 6).Select(n => Long(InformationSheet.QuestionLength, $"問{n}"))],
                    new(2026, 12, 11),
                    [.. Enumerable.Range(0, 60).Select(n => $"p{n}")],
                    bot.Clock.Now
                ),
                Minutes = new(
                    [.. Enumerable.Range(0, Minutes.MostLines).Select(_ => Long(Minutes.LineLength))],
                    [
                        .. Enumerable
                            .Range(0, Minutes.MostLines)
                            .Select(n => new Agreement(
                                $"g{n}",
                                Long(Minutes.LineLength),
                                $"p{n}",
                                Long(81),
                                new(2027, 1, 15),
                                bot.Clock.Now,
                                null
                            )),
                    ],
                    new(4, 4, 4, Long(300), somebody),
                    new(2027, 3, 12),
                    null
                ),
            }
        );
        Council whole = await sample.NowAsync();
        for (int n = 0; n < 25; n++)
        {
            await bot.Councils.AddAsync(TestBot.Tenant, whole with { Id = CouncilId.Of("tobu", $"x{n}") }, default);
        }
        for (int n = 0; n < Council.MostParticipants; n++)
        {
            string[] answers = [.. Enumerable.Range(1, 6).Select(q => Long(600, $"回答{q}-{n}："))];
            await bot.Councils.SaveAnswerAsync(
                TestBot.Tenant,
                SampleCouncil.Id,
                $"p{n}",
                answers,
                somebody,
                0,
                default
            );
        }
    }
}
