using Azure.Core;

namespace Renkei.Activities.Connector;

/// <summary>The bot's own token, kept until five minutes before it expires. Asked for by one caller at a time.</summary>
internal sealed class BearerTokens(TokenCredential credential, string scope, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Held? held;

    /// <summary>A token that is good for five minutes or more, where the authority gives such.</summary>
    /// <param name="refused">A token Teams answered 401 to; another one is fetched if it is still the current one.</param>
    /// <param name="ct">Cancels the call.</param>
    public async ValueTask<string> GetAsync(string? refused, CancellationToken ct)
    {
        if (Usable(refused) is { } current)
        {
            return current;
        }
        await one.WaitAsync(ct);
        try
        {
            if (Usable(refused) is { } fetchedMeanwhile)
            {
                return fetchedMeanwhile;
            }
            AccessToken token = await credential.GetTokenAsync(new TokenRequestContext([scope]), ct);
            held = new Held(token.Token, token.ExpiresOn - Margin);
            return token.Token;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>The token at hand, if it may be used: no waiting.</summary>
    public string? Usable(string? refused) =>
        held is { } token && token.Value != refused && clock.GetUtcNow() < token.Until ? token.Value : null;

    private sealed record Held(string Value, DateTimeOffset Until);
}
