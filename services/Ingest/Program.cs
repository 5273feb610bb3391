using Ingestion.Hosting;
using Ingestion.Hosting.Bus;
using Ingestion.Hosting.Health;
using Ingestion.Ingest;

if (HealthProbe.IsAsked(args)) return await HealthProbe.RunAsync();
var builder = WebApplication.CreateBuilder(args);
builder.AddIngestionDefaults("ingest");
builder.AddIngest();
builder.AddIngestionBus(bus => bus.AddIngestConsumers(), readyWithoutBroker: true);
var app = builder.Build();
app.MapIngestionDefaults();
app.MapIngest();
await app.RunAsync();
return 0;
