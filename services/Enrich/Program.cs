using Ingestion.Enrich;
using Ingestion.Hosting;
using Ingestion.Hosting.Bus;
using Ingestion.Hosting.Health;

if (HealthProbe.IsAsked(args)) return await HealthProbe.RunAsync();
var builder = WebApplication.CreateBuilder(args);
builder.AddIngestionDefaults("enrich");
builder.AddEnrich();
builder.AddIngestionBus(bus => bus.AddEnrichConsumers());
var app = builder.Build();
app.MapIngestionDefaults();
await app.RunAsync();
return 0;
