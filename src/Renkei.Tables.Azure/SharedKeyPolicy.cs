using Azure.Core;
using Azure.Core.Pipeline;

namespace Renkei.Tables.Azure;

/// <summary>Signs each try anew, since a signature ages.</summary>
internal sealed class SharedKeyPolicy(SharedKeySigner signer) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        (string date, string authorization) = signer.Sign(message.Request.Uri.ToUri().AbsolutePath);
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", authorization);
    }
}
