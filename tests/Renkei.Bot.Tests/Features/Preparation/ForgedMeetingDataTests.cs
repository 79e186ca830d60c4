using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Tests.Features.Preparation;

/// <summary>Card data is the client's: whatever it holds, nothing breaks, nothing too large is shown, and what is stored stays possible.</summary>
public sealed class ForgedMeetingDataTests : IAsyncLifetime
{
    private static readonly string[] Names =
    [
        .. "t i n v p r d w k u q go ok in_text in_lead in_due in_owner in_tasks in_title in_by in_link".Split(' '),
        .. "in_q1 in_q6 in_deadline in_asked in_a1 in_a2 in_who in_else in_what in_agenda in_came in_online".Split(' '),
        .. "in_org in_name in_sector in_remote in_decisions in_next in_people in_view in_roles in_remark".Split(' '),
    ];

    private static readonly string[] Texts =
    [
        "",
        " ",
        "-",
        "true",
        "p1",
        "p2",
        "p1,p2,p3",
        "chair",
        "chair~-",
        "t1",
        "g1",
        "0123456789ab",
        "next",
        "stay",
        "send",
        "keep",
        "remove",
        "mine",
        "list",
        "3",
        "21",
        "2026-12-18",
        "2027-01-15",
        "9999-12-31",
        "0001-01-01",
        "https://example.jp/",
        "javascript:alert(1)",
        "10 あいさつ",
        "medical-association",
        "090-1234-5678",
        "../%2e%2e",
        "\0\u0001\uFFFF",
        "00000000-0000-4000-a000-000000000003",
        "99999999999999999999",
        "**bold** [x](https://example.org) <at>all</at>",
    ];

    private readonly TestBot bot = new();
    private readonly SampleCouncil council;

    public ForgedMeetingDataTests() => council = new(bot);

    public Task InitializeAsync() => council.AddAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Data_OfAnyKind_NeverThrowsAndKeepsTheCouncilPossible(int seed)
    {
        Player sato = await bot.SatoAsync();
        bot.Clock.Now = new(2026, 12, 18, 8, 0, 0, TimeSpan.Zero);
        Random dice = new(seed);
        string[] verbs =
        [
            .. MeetingAccessTests.Reading,
            .. MeetingAccessTests.Writing,
            "sheet/open",
            "sheet/save",
            "tasks/mine",
            "agree/list",
        ];
        for (int n = 0; n < 2_500; n++)
        {
            string verb = verbs[dice.Next(verbs.Length)];
            JsonObject data = SampleCouncil.Data();
            foreach (string name in Names.Where(_ => dice.Next(3) > 0))
            {
                data[name] = Value(dice);
            }
            Shown shown;
            try
            {
                shown = await sato.ActAsync(verb, data);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(verb + " " + data.ToJsonString(Golden.Plain), e);
            }
            Assert.True(shown.Status is 200 or 400 or 403, $"{verb} {data.ToJsonString()}: {shown.Text}");
            Assert.True(shown.Json.Length < 28 * 1024, $"{verb} {data.ToJsonString()}: {shown.Json.Length} bytes");
        }

        Council after = await council.NowAsync();
        Assert.True(after.Revision > 40, "Hardly anything was changed, so hardly anything was tried.");
        Assert.InRange(after.Tasks.Count, 0, Council.MostTasks);
        Assert.InRange(after.Papers.Count, 0, Council.MostPapers);
        Assert.InRange(after.Participants.Count, 5, Council.MostParticipants);
        Assert.InRange(after.Agenda.Count, 0, Council.MostAgendaPoints);
        Assert.All(after.Tasks, t => Assert.InRange(t.Text.Length, 1, PreparationTask.TextLength));
        Assert.All(after.Tasks, t => Assert.InRange(t.Lead, 0, TaskTemplate.LongestLead));
        Assert.All(
            after.Papers,
            p => Assert.True(p.Link.Length == 0 || p.Link.StartsWith("https://", StringComparison.Ordinal))
        );
        Assert.All(after.Participants, p => Assert.NotNull(Sector.Find(p.SectorCode)));
        Assert.All(after.Minutes.Decisions, d => Assert.InRange(d.Length, 1, Minutes.LineLength));
        Assert.All(after.Minutes.Agreements, a => Assert.InRange(a.What.Length, 1, Minutes.LineLength));
        Assert.All(after.Sheet?.Questions ?? [], q => Assert.InRange(q.Length, 1, InformationSheet.QuestionLength));
    }

    private static JsonNode? Value(Random dice) =>
        dice.Next(14) switch
        {
            0 => null,
            1 => JsonValue.Create(dice.Next(2) == 0),
            2 => JsonValue.Create(dice.NextDouble() * 1e300),
            3 => JsonValue.Create(dice.Next(-5, 200)),
            4 => JsonNode.Parse("""{"c":[{"i":"t1"},null,7]}"""),
            5 => JsonValue.Create(new string('漢', dice.Next(0, 1500))),
            _ => JsonValue.Create(Texts[dice.Next(Texts.Length)]),
        };
}
