using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Renkei.Tables.Azure;

namespace Renkei.Tables.Tests;

/// <summary>A request as it would have gone to the wire.</summary>
internal sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>Plays Azure Tables below the pipeline: gives out prepared answers in order and keeps what was asked.</summary>
internal sealed class FakeService : HttpPipelineTransport
{
    public const string Account = "renkei";
    public const string Key = "AAECAwQFBgcICQoLDA0ODw==";

    private readonly Queue<Func<FakeResponse>> answers = new();

    public List<SentRequest> Sent { get; } = [];

    public FakeService Answers(
        int status,
        string body = "",
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    )
    {
        this.answers.Enqueue(() => new FakeResponse(status, body, [("Content-Type", contentType), .. headers]));
        return this;
    }

    /// <summary>A 200 whose body is made when it is asked for.</summary>
    public void AnswersWith(Func<string> body) =>
        this.answers.Enqueue(() => new FakeResponse(200, body(), [("Content-Type", "application/json")]));

    public FakeService Fails(Exception failure)
    {
        this.answers.Enqueue(() => throw failure);
        return this;
    }

    public AzureTable Table(TimeProvider? clock = null, Action<AzureTableOptions>? set = null)
    {
        AzureTableOptions options = new() { Transport = this, FirstWait = TimeSpan.FromMilliseconds(1) };
        set?.Invoke(options);
        return new AzureTable(
            $"DefaultEndpointsProtocol=https;AccountName={Account};AccountKey={Key}",
            "Rows",
            options,
            clock ?? TimeProvider.System
        );
    }

    public override Request CreateRequest() => new FakeRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Renkei asks asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Request request = message.Request;
        using MemoryStream body = new();
        if (request.Content is { } content)
        {
            await content.WriteToAsync(body, message.CancellationToken);
        }

        Sent.Add(
            new SentRequest(
                request.Method.Method,
                request.Uri.ToUri(),
                request.Headers.ToDictionary(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase),
                Encoding.UTF8.GetString(body.ToArray())
            )
        );
        Assert.True(this.answers.Count > 0, "The service was asked more often than expected.");
        FakeResponse response = this.answers.Dequeue()();
        response.ClientRequestId = request.ClientRequestId;
        message.Response = response;
    }

    /// <summary>Every prepared answer was asked for.</summary>
    public void ShouldBeDone() => Assert.Empty(this.answers);
}
