using System.Globalization;
using System.Net.Http;
using System.Security.Cryptography;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Renkei.Tables.Azure;

/// <summary>
/// Sends one request as often as it takes, within the options' tries and time, and keeps account of whether an earlier try may
/// have been carried out (protocols: Azure Tables, section 7).
/// </summary>
internal sealed class TableRequests(HttpPipeline pipeline, AzureTableOptions options, TimeProvider clock)
{
    /// <param name="Reply">The answer of the last try.</param>
    /// <param name="EarlierUnknown">An earlier try may have been carried out although it failed.</param>
    internal sealed record Outcome<T>(T Reply, bool EarlierUnknown);

    /// <param name="prepare">Sets method, address, headers and body of a fresh request.</param>
    /// <param name="read">Reads the answer; a <see cref="FormatException"/> counts as an unknown outcome.</param>
    /// <param name="judge">The status of an answer that was read.</param>
    /// <param name="ct">Ends waiting and trying.</param>
    /// <exception cref="TableUnavailableException">All tries failed, or the service refuses us.</exception>
    /// <exception cref="InvalidOperationException">The service calls the request wrong: a fault of this program.</exception>
    public async Task<Outcome<T>> SendAsync<T>(
        Action<Request> prepare,
        Func<Response, T> read,
        Func<T, ServiceReply> judge,
        CancellationToken ct
    )
    {
        long began = clock.GetTimestamp();
        bool unknown = false;
        for (int tried = 1; ; tried++)
        {
            TimeSpan? retryAfter = null;
            string failure;
            Exception? cause = null;
            try
            {
                using HttpMessage message = pipeline.CreateMessage();
                SetCommonHeaders(message.Request);
                prepare(message.Request);
                await pipeline.SendAsync(message, ct);
                T answer = read(message.Response);
                ServiceReply reply = judge(answer);
                if (!reply.IsTransient)
                {
                    ThrowIfRefused(reply, unknown);
                    return new(answer, unknown);
                }

                unknown |= reply.IsOutcomeUnknown;
                retryAfter = RetryAfter(message.Response);
                failure = $"{reply.Status} {reply.Code}".TrimEnd();
            }
            catch (RequestFailedException reason)
            {
                unknown |= !WasNeverSent(reason);
                cause = reason;
                failure =
                    reason.ErrorCode == ReportingCredential.NoToken ? "no token"
                    : WasNeverSent(reason) ? "no connection"
                    : "the connection broke";
            }
            catch (FormatException reason)
            {
                unknown = true;
                (failure, cause) = ("an answer that cannot be read", reason);
            }
            catch (OperationCanceledException reason) when (!ct.IsCancellationRequested)
            {
                unknown = true;
                (failure, cause) = ("no answer in time", reason);
            }
            catch (IOException reason)
            {
                unknown = true;
                (failure, cause) = ("the connection broke", reason);
            }

            TimeSpan wait = Wait(tried, retryAfter);
            if (tried >= options.Tries || clock.GetElapsedTime(began) + wait > options.TryFor)
            {
                throw new TableUnavailableException(
                    $"Azure Tables could not be used: {failure}, at try {tried}.",
                    unknown,
                    cause
                );
            }

            await Task.Delay(wait, clock, ct);
        }
    }

    private static void SetCommonHeaders(Request request)
    {
        request.Headers.SetValue("x-ms-version", "2020-12-06");
        request.Headers.SetValue("DataServiceVersion", "3.0;NetFx");
        request.Headers.SetValue("MaxDataServiceVersion", "3.0;NetFx");
        request.Headers.SetValue("Accept", "application/json;odata=minimalmetadata");
    }

    private static void ThrowIfRefused(ServiceReply reply, bool unknown)
    {
        if (reply.IsSuccess || reply.IsConflict || reply.IsTableMissing)
        {
            return;
        }

        string refusal = $"{reply.Status} {reply.Code}".TrimEnd();
        throw reply.Status is 401 or 403
            ? new TableUnavailableException(
                $"Azure Tables refuses this program: {refusal}. Check its key, its role and the clock.",
                unknown,
                null
            )
            : new InvalidOperationException($"Azure Tables calls a request of ours wrong: {refusal}.");
    }

    /// <summary>No connection came about, so the request did not leave this machine.</summary>
    private static bool WasNeverSent(RequestFailedException failure) =>
        failure.ErrorCode == ReportingCredential.NoToken
        || failure.InnerException
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
            };

    private TimeSpan Wait(int tried, TimeSpan? retryAfter)
    {
        double share = RandomNumberGenerator.GetInt32(80, 121) / 100.0;
        TimeSpan wait = options.FirstWait * Math.Pow(2, tried - 1) * share;
        return retryAfter > wait ? retryAfter.Value : wait;
    }

    private TimeSpan? RetryAfter(Response response)
    {
        if (!response.Headers.TryGetValue("Retry-After", out string? value))
        {
            return null;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(
            value,
            "R",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset at
        )
            ? at - clock.GetUtcNow()
            : null;
    }
}
