using Azure.Core;

namespace Renkei.Graph;

/// <summary>The application's token, kept until five minutes before it expires. Asked for by one caller at a time.</summary>
internal sealed class GraphTokens(TokenCredential credential, string scope, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim one = new(1, 1);
    private AccessToken held;

    /// <summary>A token.</summary>
    /// <param name="refused">A token the service answered 401 to; another one is fetched if it is still the current one.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<string> GetAsync(string? refused, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (held.Token is null || held.Token == refused || clock.GetUtcNow() >= held.ExpiresOn - Margin)
            {
                held = await credential.GetTokenAsync(new TokenRequestContext([scope]), ct);
            }
            return held.Token;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
