using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Renkei.Activities.Auth;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;

namespace Renkei.Bot.Hosting;

/// <summary>Where Teams posts: POST /api/messages. The only place that knows both HTTP and turns.</summary>
/// <param name="gate">Who gets in.</param>
/// <param name="turns">What happens then.</param>
public sealed class MessagesEndpoint(IInboundGate gate, TurnPipeline turns)
{
    /// <summary>The path that is registered for the bot.</summary>
    public const string Path = "/api/messages";

    /// <summary>
    /// Answers one request: 401 where the token or the activity is not trusted, 415, 413 and 400 for what is no activity, the answer of an
    /// invoke, otherwise 200. Nothing of the body is parsed before the token holds.
    /// </summary>
    public async Task HandleAsync(HttpContext context)
    {
        CancellationToken ct = context.RequestAborted;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // Only keeps the server from draining endless bodies it refuses: it counts the framing of chunks, so the real limit is ours.
            size.MaxRequestBodySize = 2 * ActivityJson.MaxBytes;
        }
        StringValues authorization = context.Request.Headers.Authorization;
        HeaderDecision header = await gate.AuthenticateAsync(authorization.Count == 1 ? authorization[0] : null, ct);
        if (header.Token is not { } token)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (!context.Request.HasJsonContentType())
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }
        Activity activity;
        try
        {
            activity = await ReadAsync(context.Request, ct);
        }
        catch (MalformedActivityException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        catch (BadHttpRequestException e)
        {
            context.Response.StatusCode = e.StatusCode;
            return;
        }
        if (gate.Authorise(token, activity) is not InboundDecision.Accepted accepted)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        await WriteAsync(context.Response, await turns.RunAsync(activity, accepted.TenantId, ct), ct);
    }

    /// <exception cref="BadHttpRequestException">The body is larger than an activity may be (413).</exception>
    private static async ValueTask<Activity> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > ActivityJson.MaxBytes)
        {
            throw TooLarge();
        }
        PipeReader body = request.BodyReader;
        while (true)
        {
            ReadResult read = await body.ReadAsync(ct);
            SequencePosition consumed = read.Buffer.Start;
            try
            {
                if (read.Buffer.Length > ActivityJson.MaxBytes)
                {
                    consumed = read.Buffer.End;
                    throw TooLarge();
                }
                if (read.IsCompleted)
                {
                    consumed = read.Buffer.End;
                    return Parse(read.Buffer);
                }
            }
            finally
            {
                body.AdvanceTo(consumed, read.Buffer.End);
            }
        }
    }

    private static BadHttpRequestException TooLarge() =>
        new("The activity is too large.", StatusCodes.Status413PayloadTooLarge);

    private static Activity Parse(in ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
        {
            return ActivityJson.Parse(body.FirstSpan);
        }
        byte[] whole = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(whole);
            return ActivityJson.Parse(whole.AsSpan(0, (int)body.Length));
        }
        finally
        {
            // It held what somebody wrote; the next one to rent it must not be able to read that.
            ArrayPool<byte>.Shared.Return(whole, clearArray: true);
        }
    }

    private static Task WriteAsync(HttpResponse response, InvokeReply reply, CancellationToken ct)
    {
        response.StatusCode = reply.Status;
        response.ContentLength = reply.Body.Length;
        if (reply.Body.IsEmpty)
        {
            return Task.CompletedTask;
        }
        response.ContentType = "application/json; charset=utf-8";
        return response.Body.WriteAsync(reply.Body, ct).AsTask();
    }
}

/// <summary>Puts the endpoint on the map.</summary>
public static class MessagesRouting
{
    /// <summary>Maps POST /api/messages; other methods get 405 from routing.</summary>
    public static IEndpointConventionBuilder MapMessages(this IEndpointRouteBuilder routes) =>
        routes.MapPost(
            MessagesEndpoint.Path,
            routes.ServiceProvider.GetRequiredService<MessagesEndpoint>().HandleAsync
        );
}
