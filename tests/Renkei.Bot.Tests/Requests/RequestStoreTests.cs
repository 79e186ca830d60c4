using Renkei.Bot.Requests;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;
using Renkei.Domain.Requests;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Requests;

public sealed class RequestStoreTests : IAsyncLifetime
{
    private static readonly PersonRef Nurse = new("n", "佐藤 美咲");
    private static readonly PersonRef Office = new("h", "高橋 恵");

    private readonly TestBot bot = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Fact]
    public async Task Change_Closed_MovesFromTheOpenToTheEndedLists()
    {
        RequestId id = await AskAsync("tobu", "a1");
        await AskAsync("chubu", "a2");

        await StepAsync(id, RequestStepKind.Closed);

        Assert.Equal(["00.chubu.a2"], await OpenAsync(null));
        Assert.Empty(await OpenAsync("tobu"));
        Assert.Equal(["00.tobu.a1"], await EndedAsync(null));
        Assert.Equal(["00.tobu.a1"], await EndedAsync("tobu"));
        Assert.Empty(await EndedAsync("chubu"));
    }

    [Fact]
    public async Task Change_Reopened_IsInTheOpenListAgainAndOnlyThere()
    {
        RequestId id = await AskAsync("tobu", "a1");
        await StepAsync(id, RequestStepKind.Closed);
        bot.Clock.Now += TimeSpan.FromDays(3);

        await StepAsync(id, RequestStepKind.Reopened);

        Assert.Equal(["00.tobu.a1"], await OpenAsync("tobu"));
        Assert.Empty(await EndedAsync(null));
        Assert.Empty(await EndedAsync("tobu"));
    }

    [Fact]
    public async Task Ended_ManyPages_GiveEachOnceNewestFirst()
    {
        for (int i = 1; i <= 7; i++)
        {
            RequestId id = await AskAsync("tobu", $"a{i}");
            await StepAsync(id, RequestStepKind.Closed);
            bot.Clock.Now += TimeSpan.FromDays(1);
        }

        List<string> seen = [];
        string? after = null;
        do
        {
            (IReadOnlyList<RequestLine> page, after) = await bot.Requests.EndedAsync(
                TestBot.Tenant,
                "00",
                "tobu",
                after,
                3,
                CancellationToken.None
            );
            seen.AddRange(page.Select(l => l.Id.Name));
        } while (after is not null);

        Assert.Equal(["a7", "a6", "a5", "a4", "a3", "a2", "a1"], seen);
    }

    [Theory]
    [InlineData("~~~~")]
    [InlineData("';drop")]
    [InlineData("zzzzzzzz")]
    public async Task Ended_ForgedPlace_IsNoFault(string after)
    {
        RequestId id = await AskAsync("tobu", "a1");
        await StepAsync(id, RequestStepKind.Closed);

        (IReadOnlyList<RequestLine> page, string? next) = await bot.Requests.EndedAsync(
            TestBot.Tenant,
            "00",
            null,
            after,
            3,
            CancellationToken.None
        );

        Assert.True(page.Count <= 1);
        Assert.Null(next);
    }

    [Fact]
    public async Task Figures_OfAPastWeek_StayWhatTheyWere()
    {
        // The week of 30 November to 6 December 2026.
        DateOnly from = new(2026, 11, 30);
        DateOnly before = new(2026, 12, 7);
        RequestId early = await AskAsync("tobu", "early");
        RequestId late = await AskAsync("chubu", "late");
        await StepAsync(late, RequestStepKind.Closed);
        string then = Said(await FiguresAsync(from, before));
        Assert.Equal("open early; came chubu 1 tobu 1; ended chubu 1", then);

        // Afterwards one ends, one begins again, one comes.
        bot.Clock.Now = TokyoTime.Instant(new(2026, 12, 9), new(10, 0));
        await StepAsync(early, RequestStepKind.Closed);
        await StepAsync(late, RequestStepKind.Reopened);
        await AskAsync("tobu", "new");

        Assert.Equal(then, Said(await FiguresAsync(from, before)));
        Assert.Equal("open late,new; came tobu 1; ended tobu 1", Said(await FiguresAsync(before, before.AddDays(7))));
    }

    [Fact]
    public async Task Figures_WhateverTheHistory_CostTwoRanges()
    {
        for (int i = 0; i < 30; i++)
        {
            RequestId id = await AskAsync("tobu", $"old{i}");
            await StepAsync(id, RequestStepKind.Closed);
        }
        bot.Clock.Now += TimeSpan.FromDays(60);
        await AskAsync("tobu", "new");
        bot.Table.Reset();

        RequestFigures figures = await FiguresAsync(new(2027, 2, 1), new(2027, 2, 8));

        Assert.Equal("0 finds, 2 queries, 0 commits", bot.Table.Counts);
        Assert.Single(figures.Open);
    }

    [Fact]
    public async Task Figures_Overdue_IsWhatWaitsForHeadOffice()
    {
        await AskAsync("tobu", "waits");
        RequestId asked = await AskAsync("tobu", "asked");
        await StepAsync(asked, RequestStepKind.AskedBack);

        RequestFigures figures = await FiguresAsync(new(2026, 12, 7), new(2026, 12, 14));

        Assert.Equal(["waits"], figures.OverdueOn(new(2026, 12, 14)).Select(l => l.Id.Name));
        Assert.Empty(figures.OverdueOn(new(2026, 12, 11)));
    }

    [Fact]
    public async Task Change_TwoAtOnce_BothCount()
    {
        RequestId id = await AskAsync("tobu", "a1");
        bot.Table.BeforeNextCommit = () => StepAsync(id, RequestStepKind.Taken, "other");

        await StepAsync(id, RequestStepKind.Answered);

        SupportRequest stands = (await bot.Requests.FindAsync(TestBot.Tenant, id, CancellationToken.None))!;
        Assert.Equal([RequestStepKind.Taken, RequestStepKind.Answered], stands.Steps.Select(s => s.Kind));
    }

    private async Task<RequestId> AskAsync(string centre, string name)
    {
        RequestId id = RequestId.Of("00", centre, name);
        await bot.Requests.AddAsync(
            TestBot.Tenant,
            SupportRequest.New(id, name, "", RequestContext.None, Nurse, bot.Clock.Now, BusinessDays.National),
            CancellationToken.None
        );
        return id;
    }

    private async Task StepAsync(RequestId id, RequestStepKind kind, string step = "step") =>
        await bot.Requests.ChangeAsync(
            TestBot.Tenant,
            id,
            r =>
                r.After(
                    new($"{step}{kind}", kind, RequestSide.HeadOffice, Office, bot.Clock.Now, ""),
                    BusinessDays.National
                ),
            CancellationToken.None
        );

    private Task<RequestFigures> FiguresAsync(DateOnly from, DateOnly before) =>
        bot.Requests.FiguresAsync(TestBot.Tenant, "00", from, before, CancellationToken.None);

    private async Task<IEnumerable<string>> OpenAsync(string? centre) =>
        (await bot.Requests.OpenAsync(TestBot.Tenant, "00", centre, CancellationToken.None)).Select(l =>
            l.Id.ToString()
        );

    private async Task<IEnumerable<string>> EndedAsync(string? centre) =>
        (await bot.Requests.EndedAsync(TestBot.Tenant, "00", centre, null, 10, CancellationToken.None)).Page.Select(l =>
            l.Id.ToString()
        );

    private static string Said(RequestFigures figures) =>
        $"open {string.Join(',', figures.Open.Select(l => l.Id.Name))}; came {Counted(figures.Came)}; ended {Counted(figures.Ended)}";

    private static string Counted(IReadOnlyDictionary<string, int> counts) =>
        string.Join(' ', counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}"));
}
