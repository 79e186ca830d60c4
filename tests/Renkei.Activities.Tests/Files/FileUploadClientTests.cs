using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Renkei.Activities.Connector;
using Renkei.Activities.Files;
using Renkei.Testing;

namespace Renkei.Activities.Tests.Files;

public sealed class FileUploadClientTests : IDisposable
{
    private static readonly UploadTarget Target = new(
        "https://a-my.sharepoint.com/up?guid=1",
        "https://a-my.sharepoint.com/f.xlsx",
        "f.xlsx",
        "1",
        "xlsx"
    );

    private readonly FakeClock clock = new();
    private readonly Uploads http = new();
    private readonly HttpClient client;

    public FileUploadClientTests() => client = new(http, disposeHandler: false);

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task Upload_SmallFile_IsOnePutWithItsRangeAndNoToken()
    {
        http.Answers.Enqueue(201);

        await UploadAsync(new byte[] { 1, 2, 3 });

        Assert.Equal(
            "PUT https://a-my.sharepoint.com/up?guid=1 bytes 0-2/3 application/octet-stream 3 (no token)",
            Assert.Single(http.Calls)
        );
        Assert.Equal([1, 2, 3], http.Received);
    }

    [Fact]
    public async Task Upload_LargeFile_GoesInPiecesOf320KibibytesInOrder()
    {
        byte[] file = new byte[7_000_000];
        new Random(1).NextBytes(file);
        http.Answers.Enqueue(202);
        http.Answers.Enqueue(202);
        http.Answers.Enqueue(201);

        await UploadAsync(file);

        Assert.Equal(
            ["bytes 0-3276799/7000000", "bytes 3276800-6553599/7000000", "bytes 6553600-6999999/7000000"],
            http.Calls.Select(c => string.Join(' ', c.Split(' ')[2..4]))
        );
        Assert.Equal(file, http.Received);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Upload_Busy_TriesAgainAfterAPause(int status)
    {
        http.Answers.Enqueue(status);
        http.Answers.Enqueue(201);

        Task upload = UploadAsync(new byte[] { 1 });
        // The limit of the whole upload waits for the clock as well.
        await clock.UntilWaitingAsync(timers: 2);
        clock.Advance(TimeSpan.FromSeconds(1));
        await upload;

        Assert.Equal(2, http.Calls.Count);
    }

    [Theory]
    [InlineData(404, UploadFault.Expired)]
    [InlineData(410, UploadFault.Expired)]
    [InlineData(507, UploadFault.Refused)]
    [InlineData(302, UploadFault.Refused)]
    public async Task Upload_Refused_SaysWhyAtOnce(int status, UploadFault fault)
    {
        http.Answers.Enqueue(status);

        FileUploadException e = await Assert.ThrowsAsync<FileUploadException>(() => UploadAsync(new byte[] { 1 }));

        Assert.Equal((fault, status), (e.Reason, e.Status));
        Assert.Single(http.Calls);
    }

    [Fact]
    public async Task Upload_RetryAfterBeyondTheTurn_GivesUpAtOnce()
    {
        http.Answers.Enqueue(429);
        http.RetryAfter = TimeSpan.FromMinutes(5);

        FileUploadException e = await Assert.ThrowsAsync<FileUploadException>(() => UploadAsync(new byte[] { 1 }));

        Assert.Equal((UploadFault.Busy, 429), (e.Reason, e.Status));
    }

    [Fact]
    public async Task Upload_NoAnswer_EndsWithinTheTurn()
    {
        http.Hangs = true;

        Task upload = UploadAsync(new byte[] { 1 });
        await clock.UntilWaitingAsync();
        clock.Advance(TimeSpan.FromSeconds(10));

        FileUploadException e = await Assert.ThrowsAsync<FileUploadException>(() => upload);
        Assert.Equal((UploadFault.Busy, 0), (e.Reason, e.Status));
    }

    [Theory]
    [InlineData("https://evil.example.com/up")]
    [InlineData("http://a-my.sharepoint.com/up")]
    [InlineData("https://169.254.169.254/metadata")]
    public async Task Upload_StrangeHost_SendsNothing(string url)
    {
        FileUploadException e = await Assert.ThrowsAsync<FileUploadException>(() =>
            UploadAsync(new byte[] { 1 }, Target with { UploadUrl = url })
        );

        Assert.Equal(UploadFault.UntrustedHost, e.Reason);
        Assert.Empty(http.Calls);
    }

    private Task UploadAsync(byte[] file, UploadTarget? target = null) =>
        new FileUploadClient(
            client,
            new(TeamsCloud.Public, []),
            clock,
            NullLogger<FileUploadClient>.Instance
        ).UploadAsync(target ?? Target, file, CancellationToken.None);

    private sealed class Uploads : HttpMessageHandler
    {
        private readonly List<byte> received = [];

        public Queue<int> Answers { get; } = [];

        public List<string> Calls { get; } = [];

        public TimeSpan? RetryAfter { get; set; }

        public bool Hangs { get; set; }

        public byte[] Received => [.. received];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (Hangs)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            string token = request.Headers.Authorization?.ToString() ?? "(no token)";
            Calls.Add(
                $"{request.Method} {request.RequestUri!.AbsoluteUri} {request.Content.Headers.ContentRange} "
                    + $"{request.Content.Headers.ContentType} {request.Content.Headers.ContentLength} {token}"
            );
            int status = Answers.Dequeue();
            if (status < 300)
            {
                received.AddRange(body);
            }
            HttpResponseMessage response = new((HttpStatusCode)status);
            if (RetryAfter is { } after)
            {
                response.Headers.RetryAfter = new(after);
            }
            return response;
        }
    }
}
