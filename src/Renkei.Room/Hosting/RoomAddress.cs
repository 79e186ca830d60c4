using Renkei.Room.Scenario;

namespace Renkei.Room.Hosting;

/// <summary>Where the room is. The port is known once Kestrel listens.</summary>
internal sealed class RoomAddress
{
    private int port;
    private Uri? botUrl;

    public Uri Root => new($"http://127.0.0.1:{Port}/");

    public int Port
    {
        get => port == 0 ? throw new InvalidOperationException("The room has not started yet.") : port;
        set => port = value;
    }

    public string Issuer => $"http://127.0.0.1:{Port}/room";

    public Uri MetadataUrl => new(Root, ".well-known/openidconfiguration");

    public Uri KeysUrl => new(Root, ".well-known/keys");

    public Uri TokenUrl => new(Root, "room/oauth2/v2.0/token");

    public string ServiceUrl => $"http://127.0.0.1:{Port}/teams/{HikariPrefecture.TenantId}/";

    /// <exception cref="ArgumentException">The address is not on this machine.</exception>
    public Uri? BotUrl
    {
        get => botUrl;
        set => botUrl = value is null ? null : Loopback.Require(value);
    }
}
