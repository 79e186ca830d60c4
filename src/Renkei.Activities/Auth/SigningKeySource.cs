using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace Renkei.Activities.Auth;

/// <summary>
/// Fetches an issuer's keys through its OpenID metadata and keeps them for 24 hours. While a fetch fails the last good copy stays. One
/// fetch runs at a time, whoever asks; it belongs to no request, so that one that hangs up does not end it for the others.
/// </summary>
internal sealed class SigningKeySource(Uri metadata, string issuer, HttpClient http, TimeProvider clock, ILogger log)
{
    private const int MaxBytes = 1024 * 1024;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan FetchLimit = TimeSpan.FromSeconds(5);

    /// <summary>How long a failed fetch is not repeated, so that an outage of the issuer does not become one of ours.</summary>
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    /// <summary>How often an unknown key may cause a fetch: anybody can make up key ids.</summary>
    private static readonly TimeSpan PauseAfterUnknownKey = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private Copy? copy;
    private Task<SigningKeys?>? running;
    private DateTimeOffset nextTry;
    private DateTimeOffset nextForUnknownKey;

    /// <summary>The keys, fetched where there are none or they are a day old; <see langword="null"/> where none could ever be had.</summary>
    public ValueTask<SigningKeys?> GetAsync(CancellationToken ct)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (Volatile.Read(ref copy) is { } held && now < held.FreshUntil)
        {
            return new(held.Keys);
        }
        lock (gate)
        {
            if (running is null && now < nextTry)
            {
                return new(copy?.Keys);
            }
            return new(Fetching().WaitAsync(ct));
        }
    }

    /// <summary>The keys again, because a token names one that is not among them; fetched for this once in five minutes.</summary>
    public ValueTask<SigningKeys?> GetNewerAsync(CancellationToken ct)
    {
        DateTimeOffset now = clock.GetUtcNow();
        lock (gate)
        {
            if (running is null && now < nextForUnknownKey)
            {
                return new(copy?.Keys);
            }
            nextForUnknownKey = now + PauseAfterUnknownKey;
            return new(Fetching().WaitAsync(ct));
        }
    }

    private Task<SigningKeys?> Fetching() => running ??= Task.Run(FetchAsync);

    private async Task<SigningKeys?> FetchAsync()
    {
        Copy? fetched = null;
        try
        {
            using CancellationTokenSource limit = new(FetchLimit, clock);
            OpenIdMetadata found = await ReadAsync(metadata, TokenJson.Default.OpenIdMetadata, limit.Token);
            KeyList list = await ReadAsync(KeysAddress(found), TokenJson.Default.KeyList, limit.Token);
            fetched = new Copy(SigningKeys.From(list), clock.GetUtcNow() + Lifetime);
        }
        catch (Exception e)
            when (e
                    is HttpRequestException
                        or IOException
                        or InvalidDataException
                        or JsonException
                        or OperationCanceledException
            )
        {
            log.KeysNotFetched(issuer, e);
        }
        finally
        {
            // Whatever happened, the next one who asks must not wait for a fetch that has ended.
            lock (gate)
            {
                if (fetched is not null)
                {
                    Volatile.Write(ref copy, fetched);
                }
                else
                {
                    nextTry = clock.GetUtcNow() + PauseAfterFailure;
                }
                running = null;
            }
        }
        return Volatile.Read(ref copy)?.Keys;
    }

    /// <summary>The metadata may only lead to where it could itself have come from.</summary>
    private Uri KeysAddress(OpenIdMetadata found) =>
        found.Issuer == issuer
        && Uri.TryCreate(found.JwksUri, UriKind.Absolute, out Uri? keys)
        && (metadata.IsLoopback ? AdditionalIssuer.IsLoopbackWeb(keys) : keys.Scheme == "https" && !keys.IsLoopback)
            ? keys
            : throw new InvalidDataException(
                "The metadata is of another issuer, or its key address is not acceptable."
            );

    private async Task<T> ReadAsync<T>(Uri address, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        using HttpResponseMessage response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(MaxBytes, ct);
        byte[] body = await response.Content.ReadAsByteArrayAsync(ct);
        return JsonSerializer.Deserialize(body, type) ?? throw new InvalidDataException("The document is null.");
    }

    private sealed record Copy(SigningKeys Keys, DateTimeOffset FreshUntil);
}
