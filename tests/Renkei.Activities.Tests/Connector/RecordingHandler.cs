using System.Net;
using System.Text;

namespace Renkei.Activities.Tests.Connector;

/// <summary>Answers calls from a list and writes down what was asked: "VERB path-and-query" and the body.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> answers = [];

    public List<string> Calls { get; } = [];

    public List<string> Bodies { get; } = [];

    public List<string> Tokens { get; } = [];

    public RecordingHandler Answer(int status, string body = "", params (string Name, string Value)[] headers)
    {
        answers.Enqueue(_ =>
        {
            HttpResponseMessage response = new((HttpStatusCode)status)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            foreach ((string name, string value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }
            return Task.FromResult(response);
        });
        return this;
    }

    public RecordingHandler Fail(Exception with)
    {
        answers.Enqueue(_ => Task.FromException<HttpResponseMessage>(with));
        return this;
    }

    /// <summary>Does not answer until it is cancelled.</summary>
    public RecordingHandler Hang()
    {
        answers.Enqueue(async ct =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException("Never reached.");
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Tokens.Add(request.Headers.Authorization?.ToString() ?? "");
        Bodies.Add(body);
        Calls.Add($"{request.Method} {request.RequestUri!.AbsoluteUri}");
        return answers.Count > 0
            ? await answers.Dequeue()(cancellationToken)
            : throw new InvalidOperationException($"Nothing was prepared for {Calls[^1]}.");
    }
}
