using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Renkei.Activities.Files;

/// <summary>
/// Uploads over HTTP (protocols: Bot Framework, section 6, Files): PUT with Content-Range and without the bot's token, which OneDrive
/// would refuse and nobody else may see. Thread safe.
/// </summary>
/// <param name="http">Takes <c>ConnectorClient.CreateHandler</c>, so that no redirect leads off the list of hosts.</param>
/// <param name="hosts">Where files may go.</param>
/// <param name="clock">Times tries.</param>
/// <param name="log">Where refusals are written.</param>
public sealed class FileUploadClient(
    HttpClient http,
    UploadHosts hosts,
    TimeProvider clock,
    ILogger<FileUploadClient> log
) : IFileUploads
{
    /// <summary>Bytes of one request: a multiple of 320 KiB, as OneDrive asks.</summary>
    public const int PieceLength = 10 * 320 * 1024;

    private const int MaxTries = 3;

    // A turn has 12 seconds, and the person has to be told within them.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(400);

    /// <inheritdoc />
    public async Task UploadAsync(UploadTarget target, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfZero(file.Length);
        if (!hosts.Allow(target.UploadUrl))
        {
            log.UploadRefused(0, UploadFault.UntrustedHost);
            throw new FileUploadException(UploadFault.UntrustedHost, 0, null);
        }
        Uri address = new(target.UploadUrl);
        long started = clock.GetTimestamp();
        using CancellationTokenSource late = new(Budget, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        for (int from = 0; from < file.Length; from += PieceLength)
        {
            int length = Math.Min(PieceLength, file.Length - from);
            for (int tries = 1; ; tries++)
            {
                (int status, TimeSpan? retryAfter, Exception? cause) = await TryAsync(
                    address,
                    file.Slice(from, length),
                    new(from, from + length - 1, file.Length),
                    either.Token,
                    ct
                );
                if (status is >= 200 and < 300)
                {
                    break;
                }
                UploadFault fault = FaultOf(status);
                TimeSpan pause = retryAfter ?? PauseAfter(tries);
                if (
                    fault is not UploadFault.Busy
                    || tries >= MaxTries
                    || clock.GetElapsedTime(started) + pause >= Budget
                )
                {
                    log.UploadRefused(status, fault);
                    throw new FileUploadException(fault, status, cause);
                }
                await Task.Delay(pause, clock, ct);
            }
        }
    }

    private static UploadFault FaultOf(int status) =>
        status switch
        {
            0 or 408 or 423 or 429 or 500 or 502 or 503 or 504 => UploadFault.Busy,
            401 or 403 or 404 or 409 or 410 => UploadFault.Expired,
            _ => UploadFault.Refused,
        };

    private async Task<(int Status, TimeSpan? RetryAfter, Exception? Cause)> TryAsync(
        Uri address,
        ReadOnlyMemory<byte> piece,
        ContentRangeHeaderValue range,
        CancellationToken either,
        CancellationToken ct
    )
    {
        using HttpRequestMessage request = new(HttpMethod.Put, address);
        request.Content = new ReadOnlyMemoryContent(piece);
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Content.Headers.ContentRange = range;
        try
        {
            using HttpResponseMessage response = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                either
            );
            TimeSpan? retryAfter = response.Headers.RetryAfter switch
            {
                { Delta: { } delta } => delta,
                { Date: { } date } => date > clock.GetUtcNow() ? date - clock.GetUtcNow() : TimeSpan.Zero,
                _ => null,
            };
            return ((int)response.StatusCode, retryAfter, null);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            return (0, null, e);
        }
        catch (HttpRequestException e)
        {
            return (0, null, e);
        }
    }

    private static TimeSpan PauseAfter(int tries) =>
        FirstPause * Math.Pow(2, tries - 1) * (RandomNumberGenerator.GetInt32(500, 1501) / 1000.0);
}
