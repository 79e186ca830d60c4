using System.ComponentModel.DataAnnotations;

namespace Renkei.Bot.Hosting;

/// <summary>Who the bot is towards Teams and the store. Section <c>Renkei:Credential</c>.</summary>
internal sealed class CredentialOptions : IValidatableObject
{
    public const string Section = "Renkei:Credential";

    /// <summary>Default ManagedIdentity.</summary>
    public CredentialKind Kind { get; set; }

    /// <summary>Client id of the user-assigned managed identity, or the app id where a secret is used.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The tenant the app is registered in; for a secret.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>For Secret and Rehearsal. Never in a file: environment or key vault.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>For Rehearsal only: where tokens come from; loopback.</summary>
    public string TokenUrl { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        bool secret = Kind is CredentialKind.Secret or CredentialKind.Rehearsal;
        if (secret && (ClientId.Length == 0 || ClientSecret.Length == 0))
        {
            yield return new($"{Section}: {Kind} needs ClientId and ClientSecret.");
        }
        if (Kind == CredentialKind.Secret && TenantId.Length == 0)
        {
            yield return new($"{Section}:TenantId is missing.");
        }
        if (
            Kind == CredentialKind.Rehearsal
            && (!Uri.TryCreate(TokenUrl, UriKind.Absolute, out Uri? url) || !url.IsLoopback)
        )
        {
            yield return new($"{Section}:TokenUrl has to be a loopback address.");
        }
    }
}

/// <summary>Kinds of identity.</summary>
internal enum CredentialKind
{
    /// <summary>User-assigned managed identity.</summary>
    ManagedIdentity,

    /// <summary>Federated credential of a workload (Container Apps, Kubernetes).</summary>
    WorkloadIdentity,

    /// <summary>Client secret of the app registration.</summary>
    Secret,

    /// <summary>A token endpoint on this machine; Development only.</summary>
    Rehearsal,
}
