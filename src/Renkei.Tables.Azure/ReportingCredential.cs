using Azure;
using Azure.Core;

namespace Renkei.Tables.Azure;

/// <summary>Makes every way in which a credential fails one exception, since without a token nothing was sent.</summary>
internal sealed class ReportingCredential(TokenCredential credential) : TokenCredential
{
    /// <summary>The <see cref="RequestFailedException.ErrorCode"/> of a missing token.</summary>
    public const string NoToken = "NoToken";

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The table asks for tokens asynchronously only.");

    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await credential.GetTokenAsync(requestContext, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new RequestFailedException(0, "No token for Azure Tables could be had.", NoToken, failure);
        }
    }
}
