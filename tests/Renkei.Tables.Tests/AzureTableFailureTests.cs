using System.Net.Http;
using Azure;
using Renkei.Tables.Azure;
using static Renkei.Tables.Tests.Text;

namespace Renkei.Tables.Tests;

/// <summary>Failures of the service and of the network, and what is known afterwards.</summary>
public sealed class AzureTableFailureTests
{
    private const string Version = "W/\"datetime'2026-11-20T13%3A44%3A59.5584086Z'\"";

    private static readonly (string, string) NewVersion = ("ETag", "W/\"new\"");

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Commit_TransientThenFine_TriedAgain(int status)
    {
        FakeService service = new FakeService().Answers(status).Answers(status).Answers(204, headers: NewVersion);

        RowETag version = await service.Table().CommitAsync(Insert("a"));

        Assert.Equal("W/\"new\"", version.Value);
        service.ShouldBeDone();
    }

    [Fact]
    public async Task Commit_AlwaysBusy_FiveTriesWithDoublingWaits()
    {
        FakeService service = new();
        for (int i = 0; i < 5; i++)
        {
            service.Answers(503, headers: ("x-ms-error-code", "ServerBusy"));
        }

        PassingClock clock = new();

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            service.Table(clock, options => options.FirstWait = TimeSpan.FromSeconds(0.4)).CommitAsync(Insert("a"))
        );

        // A busy service refuses before it begins.
        Assert.False(failure.OutcomeUnknown);
        service.ShouldBeDone();
        Assert.Collection(
            clock.Waits,
            wait => Assert.InRange(wait.TotalSeconds, 0.32, 0.48),
            wait => Assert.InRange(wait.TotalSeconds, 0.64, 0.96),
            wait => Assert.InRange(wait.TotalSeconds, 1.28, 1.92),
            wait => Assert.InRange(wait.TotalSeconds, 2.56, 3.84)
        );
    }

    [Fact]
    public async Task Find_RetryAfter_WaitedOut()
    {
        FakeService service = new FakeService()
            .Answers(503, headers: ("Retry-After", "7"))
            .Answers(503, headers: ("Retry-After", "Fri, 20 Nov 2026 13:45:11 GMT"))
            .Answers(404, headers: ("x-ms-error-code", "ResourceNotFound"));
        PassingClock clock = new();

        Assert.Null(await service.Table(clock).FindAsync("a"));

        // 13:44:59 and 7 seconds to 13:45:11 are 5.
        Assert.Equal([7.0, 5.0], clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Find_RetryAfterBeyondTheTime_GivesUpAtOnce()
    {
        FakeService service = new FakeService().Answers(503, headers: ("Retry-After", "31"));
        PassingClock clock = new();

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            service.Table(clock).FindAsync("a")
        );

        Assert.False(failure.OutcomeUnknown);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task Commit_EveryAnswer500_OutcomeUnknown()
    {
        FakeService service = new FakeService().Answers(500).Answers(500);

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            service.Table(set: options => options.Tries = 2).CommitAsync(Insert("a"))
        );

        Assert.True(failure.OutcomeUnknown);
    }

    [Fact]
    public async Task Commit_ConnectionRefused_OutcomeKnown()
    {
        FakeService service = new FakeService().Fails(Network(HttpRequestError.ConnectionError));

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            service.Table(set: options => options.Tries = 1).CommitAsync(Insert("a"))
        );

        Assert.False(failure.OutcomeUnknown);
    }

    [Fact]
    public async Task Commit_ConnectionBreaks_OutcomeUnknown()
    {
        FakeService service = new FakeService()
            .Fails(Network(HttpRequestError.ResponseEnded))
            .Fails(Network(HttpRequestError.ConnectionError));

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            service.Table(set: options => options.Tries = 2).CommitAsync(Insert("a"))
        );

        Assert.True(failure.OutcomeUnknown);
    }

    [Fact]
    public async Task Commit_Conflict_NotTriedAgain()
    {
        FakeService service = new FakeService().Answers(
            412,
            headers: ("x-ms-error-code", "UpdateConditionNotSatisfied")
        );

        await Assert.ThrowsAsync<TableConflictException>(() => service.Table().CommitAsync(Replace("a", new(Version))));

        service.ShouldBeDone();
    }

    [Fact]
    public async Task Commit_InsertBreaksAndMeetsItself_ItsOwnVersion()
    {
        OwnRow service = new(writtenBefore: true);

        RowETag version = await service.Table().CommitAsync(Insert("a", "1"));

        Assert.Equal("W/\"own\"", version.Value);
    }

    [Fact]
    public async Task Commit_InsertBreaksAndMeetsAnother_OutcomeUnknown()
    {
        OwnRow service = new(writtenBefore: false);

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            service.Table().CommitAsync(Insert("a", "1"))
        );

        Assert.True(failure.OutcomeUnknown);
    }

    [Fact]
    public async Task Commit_BatchBreaksAndOneRowIsUntouched_Conflict()
    {
        FakeService service = new FakeService()
            .Fails(Network(HttpRequestError.ResponseEnded))
            .Answers(202, FailedBatch("1:The specified entity already exists.", 409, "EntityAlreadyExists"), BatchType)
            .Answers(
                200,
                $$"""{"odata.etag":"{{Version.Replace("\"", "\\\"", StringComparison.Ordinal)}}","PartitionKey":"p","RowKey":"a","Body":"1","Op":"other"}"""
            );

        TableConflictException conflict = await Assert.ThrowsAsync<TableConflictException>(async () =>
            await service.Table().CommitAsync([Replace("a", new(Version)), Insert("b")], CancellationToken.None)
        );

        Assert.Equal((Key("b"), 1), (conflict.Key, conflict.Index));
        service.ShouldBeDone();
    }

    [Fact]
    public async Task Commit_DeleteBreaksAndRowIsGone_OutcomeUnknown()
    {
        FakeService service = new FakeService()
            .Fails(Network(HttpRequestError.ResponseEnded))
            .Answers(404, headers: ("x-ms-error-code", "ResourceNotFound"))
            .Answers(404, headers: ("x-ms-error-code", "ResourceNotFound"));

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            service.Table().CommitAsync(Delete("a", new(Version)))
        );

        // Two who delete a row to win it must not both be told that they did.
        Assert.True(failure.OutcomeUnknown);
    }

    [Theory]
    [InlineData("2:The update condition specified in the request was not satisfied.", 2)]
    [InlineData("no number", 1)]
    public async Task Commit_BatchFails_IndexFromMessageOrContentId(string message, int index)
    {
        FakeService service = new FakeService().Answers(
            202,
            FailedBatch(message, 412, "UpdateConditionNotSatisfied"),
            BatchType
        );

        TableConflictException conflict = await Assert.ThrowsAsync<TableConflictException>(async () =>
            await service
                .Table()
                .CommitAsync(
                    [Insert("a"), Replace("b", new(Version)), Replace("c", new(Version))],
                    CancellationToken.None
                )
        );

        Assert.Equal(index, conflict.Index);
    }

    [Fact]
    public async Task Commit_BatchFailsInsideWith500_TriedAgain()
    {
        FakeService service = new FakeService()
            .Answers(
                202,
                FailedBatch("0:Operation could not be completed in time.", 500, "OperationTimedOut"),
                BatchType
            )
            .Answers(202, FailedBatch("0:The specified entity already exists.", 409, "EntityAlreadyExists"), BatchType)
            .Answers(404)
            .Answers(404);

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(async () =>
            await service.Table().CommitAsync([Insert("a"), Insert("b")], CancellationToken.None)
        );

        Assert.True(failure.OutcomeUnknown);
        service.ShouldBeDone();
    }

    [Fact]
    public async Task Commit_BatchAnswerIsCut_OutcomeUnknown()
    {
        FakeService service = new FakeService().Answers(
            202,
            "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: appl",
            BatchType
        );

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(async () =>
            await service
                .Table(set: options => options.Tries = 1)
                .CommitAsync([Insert("a"), Insert("b")], CancellationToken.None)
        );

        Assert.True(failure.OutcomeUnknown);
    }

    [Fact]
    public async Task Find_XmlRefusal_UnavailableNamesTheCode()
    {
        FakeService service = new FakeService().Answers(
            403,
            "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>AuthenticationFailed</Code><Message>no</Message></Error>",
            "application/xml"
        );

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            service.Table().FindAsync("a")
        );

        Assert.Contains("403 AuthenticationFailed", failure.Message, StringComparison.Ordinal);
        service.ShouldBeDone();
    }

    [Fact]
    public async Task Commit_ServiceCallsItWrong_OurFaultAndNotTriedAgain()
    {
        FakeService service = new FakeService().Answers(
            400,
            """{"odata.error":{"code":"PropertyNameInvalid","message":{"lang":"en-US","value":"x"}}}"""
        );

        InvalidOperationException fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            service.Table().CommitAsync(Insert("a"))
        );

        Assert.Contains("400 PropertyNameInvalid", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commit_CancelledBetweenTries_Ends()
    {
        using CancellationTokenSource cancel = new(TimeSpan.FromMilliseconds(200));
        FakeService service = new FakeService().Answers(503);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await service
                .Table(set: options => options.FirstWait = TimeSpan.FromSeconds(20))
                .CommitAsync([Insert("a")], cancel.Token)
        );
    }

    private const string BatchType = "multipart/mixed; boundary=b";

    private static RequestFailedException Network(HttpRequestError error) =>
        new("The network failed.", new HttpRequestException(error));

    private static string FailedBatch(string message, int status, string code) =>
        "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n"
        + $"Content-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 {status} Failed\r\nContent-ID: 2\r\n"
        + "Content-Type: application/json;odata=minimalmetadata;streaming=true;charset=utf-8\r\n\r\n"
        + $$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"en-US","value":"{{{{message}}}}\nRequestId:1"}}}"""
        + "\r\n--c--\r\n--b--\r\n";

    /// <summary>Breaks the first insert after (or before) carrying it out, answers the second with 409, and gives the row out.</summary>
    private sealed class OwnRow(bool writtenBefore)
    {
        private readonly FakeService service = new();

        public AzureTable Table()
        {
            this.service.Fails(Network(HttpRequestError.ResponseEnded));
            this.service.Answers(409, headers: ("x-ms-error-code", "EntityAlreadyExists"));
            this.service.AnswersWith(() =>
            {
                string own = this.service.Sent[0].Body.Split("\"Op\":\"")[1][..32];
                return $$"""{"odata.etag":"W/\"own\"","PartitionKey":"p","RowKey":"a","Body":"1","Op":"{{(writtenBefore ? own : "other")}}"}""";
            });
            return this.service.Table();
        }
    }
}
