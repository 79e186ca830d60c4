using System.ComponentModel.DataAnnotations;

namespace Renkei.Bot.Hosting;

/// <summary>Where everything is kept. Section <c>Renkei:Store</c>.</summary>
internal sealed class StoreOptions : IValidatableObject
{
    public const string Section = "Renkei:Store";

    /// <summary>Embedded SQLite file (one machine) or Azure Tables (several instances). Default Sqlite.</summary>
    public StoreKind Kind { get; set; }

    /// <summary>The SQLite file; folders are created. Default <c>data/renkei.db</c> below the working folder.</summary>
    public string Path { get; set; } = "data/renkei.db";

    /// <summary>Azure Tables: the account's table endpoint, reached with the bot's identity, e.g. <c>https://renkei.table.core.windows.net</c>.</summary>
    public string AccountUrl { get; set; } = "";

    /// <summary>Azure Tables: a connection string instead of <see cref="AccountUrl"/>, for the emulator and trials. A secret.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Azure Tables: name of the table, 3 to 63 letters and digits. Default renkei.</summary>
    [RegularExpression(
        "^[A-Za-z][A-Za-z0-9]{2,62}$",
        ErrorMessage = $"{Section}:TableName has 3 to 63 letters and digits."
    )]
    public string TableName { get; set; } = "renkei";

    /// <summary>How long one read or write is tried again before the user is told. 1 second to 30 seconds; default 6 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:30", ErrorMessage = $"{Section}:TryFor is 1 to 30 seconds.")]
    public TimeSpan TryFor { get; set; } = TimeSpan.FromSeconds(6);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == StoreKind.AzureTables && (AccountUrl.Length > 0) == (ConnectionString.Length > 0))
        {
            yield return new($"{Section}:AccountUrl or {Section}:ConnectionString: AzureTables needs one of them.");
        }
        if (
            AccountUrl.Length > 0
            && (!Uri.TryCreate(AccountUrl, UriKind.Absolute, out Uri? url) || url.Scheme != Uri.UriSchemeHttps)
        )
        {
            yield return new($"{Section}:AccountUrl is not an https address.");
        }
        if (Kind == StoreKind.Sqlite && Path.Length == 0)
        {
            yield return new($"{Section}:Path is empty.");
        }
    }
}

/// <summary>The back ends of the store.</summary>
internal enum StoreKind
{
    /// <summary>One file on this machine.</summary>
    Sqlite,

    /// <summary>Azure Table Storage.</summary>
    AzureTables,
}
