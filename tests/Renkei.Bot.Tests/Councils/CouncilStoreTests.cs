using System.Text;
using Renkei.Bot.Councils;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Renkei.Tables;

namespace Renkei.Bot.Tests.Councils;

public sealed class CouncilStoreTests : IAsyncLifetime
{
    private static readonly CouncilId Id = CouncilId.Of("tobu", "taiin1");
    private static readonly PersonRef Sato = new(TestBot.IdOf(3), "佐藤 美咲");
    private static readonly PersonRef Kawakami = new(TestBot.IdOf(4), "川上 由美");
    private static readonly MeetingTime December18 = new(new(2026, 12, 18), new(14, 0), 120);

    private readonly TestBot bot = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Add_TwiceWithOneId_KeepsTheFirst()
    {
        Council first = await bot.Councils.AddAsync(TestBot.Tenant, Sample(), default);
        Council second = await bot.Councils.AddAsync(TestBot.Tenant, Sample() with { Title = "別の会議" }, default);

        Assert.Equal(1, first.Revision);
        Assert.Equal("退院支援ルールの調整会議", second.Title);
        Assert.Single(await bot.Councils.OpenAsync(TestBot.Tenant, "tobu", default));
    }

    [Fact]
    public async Task Find_OfAnotherTenantOrCentre_IsNull()
    {
        await bot.Councils.AddAsync(TestBot.Tenant, Sample(), default);

        Assert.Null(await bot.Councils.FindAsync(TestBot.OtherTenant, Id, default));
        Assert.Null(await bot.Councils.FindAsync(TestBot.Tenant, CouncilId.Of("chubu", "taiin1"), default));
        Assert.Empty(await bot.Councils.OpenAsync(TestBot.OtherTenant, "tobu", default));
    }

    [Fact]
    public async Task Change_Everything_IsReadAsItWasWritten()
    {
        await bot.Councils.AddAsync(TestBot.Tenant, Sample(), default);
        Council full = await ChangeAsync(Sato, Full);

        Council read = (await bot.Councils.FindAsync(TestBot.Tenant, Id, default))!;

        Assert.Equal(2, read.Revision);
        Assert.Equal(Sato, read.ChangedBy);
        Assert.Equal(bot.Clock.Now, read.ChangedAt);
        Assert.Equal(December18, read.When);
        Assert.Equal(ThemeId.Of("tobu", 2026, "taiin"), read.Theme);
        Assert.Equal(full.Participants, read.Participants);
        Assert.Equal(full.Tasks, read.Tasks);
        Assert.Equal(full.Papers, read.Papers);
        Assert.Equal(full.Agenda, read.Agenda);
        Assert.Equal(["困っていること"], read.Sheet!.Questions);
        Assert.Equal(["p1"], read.Sheet.Asked);
        Assert.Equal(full.Minutes.Agreements, read.Minutes.Agreements);
        Assert.Equal(full.Minutes.Evaluation, read.Minutes.Evaluation);
        Assert.Equal(full.Change, read.Change);
    }

    [Fact]
    public async Task Change_ToWhatItIs_WritesNothing()
    {
        await bot.Councils.AddAsync(TestBot.Tenant, Sample(), default);
        bot.Table.Reset();

        Council same = await ChangeAsync(Sato, c => c with { Coordinators = [.. c.Coordinators], Purpose = "" });

        Assert.Equal(1, same.Revision);
        Assert.Equal("1 finds, 0 queries, 0 commits", bot.Table.Counts);
    }

    [Fact]
    public async Task Change_WhileSomebodyElseChangesAnotherPart_KeepsBoth()
    {
        await bot.Councils.AddAsync(TestBot.Tenant, Sample(), default);
        bot.Table.BeforeNextCommit = () => ChangeAsync(Kawakami, c => c with { Place = "東部保健所 会議室" });

        Council council = await ChangeAsync(Sato, c => c with { Purpose = "連絡の時期を決める" });

        Assert.Equal("東部保健所 会議室", council.Place);
        Assert.Equal("連絡の時期を決める", council.Purpose);
        Assert.Equal(3, council.Revision);
    }

    [Fact]
    public async Task Change_EightPeopleAtOnce_NobodyIsLost()
    {
        await bot.Councils.AddAsync(TestBot.Tenant, Sample(), default);

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    ChangeAsync(Sato, c => c with { Participants = [.. c.Participants, Someone($"p{i}", $"機関{i}")] })
                )
        );

        Council council = (await bot.Councils.FindAsync(TestBot.Tenant, Id, default))!;
        Assert.Equal(
            ["機関0", "機関1", "機関2", "機関3", "機関4", "機関5", "機関6", "機関7"],
            council.Participants.Select(p => p.Organisation).Order()
        );
        Assert.Equal(9, council.Revision);
    }

    [Fact]
    public async Task Change_StoreAway_SaysSoAndKeepsWhatWas()
    {
        await bot.Councils.AddAsync(TestBot.Tenant, Sample(), default);
        bot.Table.NextCommits.Enqueue(Trouble.BeforeWriting);

        await Assert.ThrowsAsync<TableUnavailableException>(() => ChangeAsync(Sato, c => c with { Purpose = "x" }));

        Assert.Equal("", (await bot.Councils.FindAsync(TestBot.Tenant, Id, default))!.Purpose);
    }

    [Fact]
    public async Task Change_OfNoCouncil_IsNull() =>
        Assert.Null(
            await bot.Councils.ChangeAsync(
                TestBot.Tenant,
                Id,
                Sato,
                CouncilStep.Purpose,
                c => c with { Title = "x" },
                default
            )
        );

    [Fact]
    public async Task Line_FollowsEveryChange()
    {
        await bot.Councils.AddAsync(TestBot.Tenant, Sample(), default);
        await ChangeAsync(Sato, Full);

        CouncilLine line = Assert.Single(await bot.Councils.OpenAsync(TestBot.Tenant, "tobu", default));

        Assert.Equal("taiin1", line.Name);
        Assert.Equal(December18, line.When);
        Assert.Equal(
            [new LinePerson("00000000-0000-4000-a000-000000000010", "p1", IsInvited: true, Rsvp.Yes)],
            line.People
        );
        // Purpose, date and the invitation of the only participant.
        Assert.Equal(3, line.Complete);
        Assert.Equal(3, line.Missing.Count);
        Assert.Equal(MissingKind.Sheets, line.Missing[0].Kind);
    }

    [Theory]
    [InlineData(CouncilStatus.Held)]
    [InlineData(CouncilStatus.Cancelled)]
    public async Task Line_OfAClosedCouncil_MovesToThePastAndBack(CouncilStatus closed)
    {
        await bot.Councils.AddAsync(TestBot.Tenant, Sample(), default);
        await ChangeAsync(Sato, c => c with { Status = closed });

        Assert.Empty(await bot.Councils.OpenAsync(TestBot.Tenant, "tobu", default));
        Assert.Equal(closed, Assert.Single(await bot.Councils.ClosedAsync(TestBot.Tenant, "tobu", 10, default)).Status);

        await ChangeAsync(Sato, c => c with { Status = CouncilStatus.Preparing });

        Assert.Single(await bot.Councils.OpenAsync(TestBot.Tenant, "tobu", default));
        Assert.Empty(await bot.Councils.ClosedAsync(TestBot.Tenant, "tobu", 10, default));
    }

    [Fact]
    public async Task Open_SeveralCouncils_TheNextComesFirst()
    {
        await AddAsync("later", c => c.MovedTo(December18, Sato, bot.Clock.Now));
        await AddAsync("undated", c => c with { WishedMonth = new(2026, 11, 1) });
        await AddAsync("sooner", c => c.MovedTo(December18 with { Date = new(2026, 12, 11) }, Sato, bot.Clock.Now));

        IReadOnlyList<CouncilLine> lines = await bot.Councils.OpenAsync(TestBot.Tenant, "tobu", default);

        Assert.Equal(["undated", "sooner", "later"], lines.Select(l => l.Name));
    }

    [Fact]
    public async Task Closed_TheLatestComesFirst_AndNoMoreThanAskedFor()
    {
        for (int month = 4; month <= 8; month++)
        {
            MeetingTime when = December18 with { Date = new(2026, month, 10) };
            await AddAsync($"m{month}", c => c.MovedTo(when, Sato, bot.Clock.Now) with { Status = CouncilStatus.Held });
        }

        IReadOnlyList<CouncilLine> lines = await bot.Councils.ClosedAsync(TestBot.Tenant, "tobu", 3, default);

        Assert.Equal(["m8", "m7", "m6"], lines.Select(l => l.Name));
    }

    [Fact]
    public async Task History_SaysWhoChangedWhat_NewestFirst()
    {
        await bot.Councils.AddAsync(TestBot.Tenant, Sample(), default);
        await ChangeAsync(Kawakami, c => c with { Purpose = "連絡の時期を決める" });

        IReadOnlyList<CouncilRevision> history = await bot.Councils.HistoryAsync(TestBot.Tenant, Id, 10, default);

        Assert.Equal([2, 1], history.Select(h => h.Council.Revision));
        Assert.Equal(Kawakami, history[0].Council.ChangedBy);
        Assert.Equal("", history[1].Council.Purpose);
    }

    [Fact]
    public async Task Directory_LearnsFromParticipants_OnceEach()
    {
        await AddAsync("one", c => c);
        await ChangeAsync("one", c => c with { Participants = [Someone("p1", "東部医師会")] });
        await AddAsync("two", c => c);
        bot.Clock.Now = bot.Clock.Now.AddDays(1);
        ParticipantContact known = new(null, "jimu@example.jp", null);
        await ChangeAsync("two", c => c with { Participants = [Someone("p9", "東部医師会") with { Contact = known }] });

        Stakeholder learnt = Assert.Single(await bot.Councils.StakeholdersAsync(TestBot.Tenant, "tobu", default));

        Assert.Equal("jimu@example.jp", learnt.Contact.Email);
        Assert.Equal(bot.Clock.Now, learnt.LastUsed);
        Assert.Empty(await bot.Councils.StakeholdersAsync(TestBot.Tenant, "chubu", default));
    }

    [Fact]
    public async Task SaveAnswer_Twice_CountsOnce()
    {
        await AddWithSheetAsync();

        await SaveAnswerAsync("p1", "人手が足りない", seen: 0);
        (Council council, SheetAnswer stands, bool saved) = (
            await SaveAnswerAsync("p1", "人手が足りない", seen: 0)
        )!.Value;

        Assert.True(saved);
        Assert.Equal(1, stands.Revision);
        Assert.Equal(1, council.SheetsAnswered);
        Assert.Single(await bot.Councils.AnswersAsync(TestBot.Tenant, Id, default));
    }

    [Fact]
    public async Task SaveAnswer_ChangedBySomebodyElse_ComesBackUnwritten()
    {
        await AddWithSheetAsync();
        await SaveAnswerAsync("p1", "人手が足りない", seen: 0);

        (_, SheetAnswer stands, bool saved) = (await SaveAnswerAsync("p1", "部屋が足りない", seen: 0))!.Value;

        Assert.False(saved);
        Assert.Equal(["人手が足りない"], stands.Answers);
    }

    [Fact]
    public async Task SaveAnswer_OfSomebodyNotAsked_IsRefused()
    {
        await AddWithSheetAsync();

        Assert.Null(await SaveAnswerAsync("p2", "人手が足りない", seen: 0));
    }

    [Fact]
    public async Task SaveAnswer_ManyAtOnce_AllAreCounted()
    {
        await AddWithSheetAsync([.. Enumerable.Range(1, 8).Select(i => $"p{i}")]);

        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => SaveAnswerAsync($"p{i}", $"回答{i}", seen: 0)));

        Assert.Equal(8, (await bot.Councils.FindAsync(TestBot.Tenant, Id, default))!.SheetsAnswered);
        Assert.Equal(8, (await bot.Councils.AnswersAsync(TestBot.Tenant, Id, default)).Count);
    }

    [Fact]
    public async Task Settings_AreKeptByCentre()
    {
        await bot.Councils.KeepSettingsAsync(TestBot.Tenant, "tobu", new(Kawakami), default);

        Assert.Equal(Kawakami, (await bot.Councils.SettingsAsync(TestBot.Tenant, "tobu", default)).Lead);
        Assert.Null((await bot.Councils.SettingsAsync(TestBot.Tenant, "chubu", default)).Lead);
    }

    [Fact]
    public async Task Stored_HasTheNamesThatOlderRowsHave()
    {
        await bot.Councils.AddAsync(TestBot.Tenant, Sample(), default);
        await ChangeAsync(Sato, Full);

        TableRow row = (await bot.Table.FindAsync(CouncilKeys.Council(TestBot.Tenant, Id), default))!;

        Golden.Matches("stored-council", row.Body);
        Assert.DoesNotContain("\\u", Encoding.UTF8.GetString(row.Body.Span), StringComparison.Ordinal);
    }

    private static Council Sample() =>
        new()
        {
            Id = Id,
            TemplateCode = "discharge",
            Title = "退院支援ルールの調整会議",
            WishedMonth = new(2026, 12, 1),
            Coordinators = [Sato],
            ChangedBy = Sato,
            ChangedAt = new(2026, 12, 4, 0, 0, 0, TimeSpan.Zero),
        };

    private static Council Full(Council council) =>
        council with
        {
            Theme = ThemeId.Of("tobu", 2026, "taiin"),
            Purpose = "連絡の時期を決める",
            When = December18,
            DateSetAt = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero),
            Change = new(
                December18 with
                {
                    Date = new(2026, 12, 11),
                },
                December18,
                Sato,
                new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero)
            ),
            Place = "東部保健所 会議室",
            OnlineLink = "https://example.jp/room",
            Participants =
            [
                new(
                    "p1",
                    "municipality",
                    "あおば市",
                    "小林 結衣",
                    new(TestBot.IdOf(10), null, null),
                    Sato,
                    new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero),
                    Rsvp.Yes,
                    Attended: true
                ),
            ],
            Papers =
            [
                new("a1", "次第", "川上", "https://example.jp/paper", IsReady: true),
                new("a2", "名簿", "", "", IsReady: false),
            ],
            Tasks =
            [
                new("invite", "案内を送る", 20),
                new(
                    "own1",
                    "弁当を頼む",
                    0,
                    new(2026, 12, 10),
                    Kawakami,
                    new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero),
                    Sato,
                    new(Kawakami, new(2026, 11, 3, 0, 0, 0, TimeSpan.Zero))
                ),
                new("chair", "座長と打ち合わせる", 8),
            ],
            Agenda = [new("ねらい", 10)],
            Sheet = new(["困っていること"], new(2026, 12, 1), ["p1"], new(2026, 11, 9, 0, 0, 0, TimeSpan.Zero)),
            Invitation = "ご案内します。",
            Minutes = new(
                ["連絡は入院3日以内"],
                [
                    new(
                        "g1",
                        "様式を作る",
                        "p1",
                        "あおば市 小林 結衣",
                        new(2027, 1, 29),
                        new(2026, 12, 18, 8, 0, 0, TimeSpan.Zero),
                        null
                    ),
                ],
                new(4, 3, 2, "医師会にも早めに声をかける", Sato),
                new(2027, 3, 12),
                null
            ),
        };

    private static Participant Someone(string id, string organisation) =>
        new(id, "medical-association", organisation, "", ParticipantContact.None, Sato);

    private Task<Council> ChangeAsync(PersonRef by, Func<Council, Council> change) => ChangeAsync(Id, by, change);

    private Task<Council> ChangeAsync(string name, Func<Council, Council> change) =>
        ChangeAsync(CouncilId.Of("tobu", name), Sato, change);

    private async Task<Council> ChangeAsync(CouncilId id, PersonRef by, Func<Council, Council> change) =>
        (await bot.Councils.ChangeAsync(TestBot.Tenant, id, by, CouncilStep.Purpose, change, default))!;

    private Task<Council> AddAsync(string name, Func<Council, Council> with) =>
        bot.Councils.AddAsync(TestBot.Tenant, with(Sample()) with { Id = CouncilId.Of("tobu", name) }, default);

    private async Task AddWithSheetAsync(params string[] asked)
    {
        await bot.Councils.AddAsync(TestBot.Tenant, Sample(), default);
        string[] ids = asked is [] ? ["p1"] : asked;
        InformationSheet sheet = new(["困っていること"], new(2026, 12, 9), ids, bot.Clock.Now);
        Participant[] participants = [.. ids.Select(id => Someone(id, $"機関{id}"))];
        await ChangeAsync(Sato, c => c with { Sheet = sheet, Participants = participants });
    }

    private Task<(Council Council, SheetAnswer Stands, bool Saved)?> SaveAnswerAsync(
        string participant,
        string text,
        int seen
    ) => bot.Councils.SaveAnswerAsync(TestBot.Tenant, Id, participant, [text], Sato, seen, default);
}
