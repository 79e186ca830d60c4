using System.Text.Json;

namespace Renkei.Cards;

/// <summary>Opens a page.</summary>
public sealed record OpenUrlAction : AdaptiveAction
{
    /// <param name="title">What the button says.</param>
    /// <param name="url">An <c>https</c> address, Teams' deep links included.</param>
    /// <exception cref="ArgumentException">No title, or another kind of address.</exception>
    public OpenUrlAction(string title, Uri url)
        : base(title)
    {
        if (!url.IsAbsoluteUri || url.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException("Teams opens https addresses only.", nameof(url));
        Url = url;
    }

    /// <summary>The page.</summary>
    public Uri Url { get; }

    internal override string TypeName => "Action.OpenUrl";

    private protected override void WriteOwn(Utf8JsonWriter json) => json.WriteString("url"u8, Url.AbsoluteUri);
}
